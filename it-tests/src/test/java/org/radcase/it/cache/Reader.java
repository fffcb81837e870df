package org.radcase.it.cache;

import java.util.HashMap;
import java.util.Map;
import org.radcase.it.Answer;
import org.radcase.it.RadCase;

/** Somebody who reads cases as a browser does, with the tags it has. For one thread at a time. */
final class Reader {
  private record Seen(String etag, int told) {}

  private final RadCase person;
  private final Map<String, Seen> seen = new HashMap<>();

  Reader(RadCase person) {
    this.person = person;
  }

  /** Reads it once; what is older than the last acknowledged write is a fault. */
  void read(VersionedCase teachingCase, Route route, Findings findings) {
    var address = teachingCase.address(route);
    var versions = teachingCase.versions(route);
    var known = seen.get(address);
    var least = versions.acknowledged();
    findings
        .of(() ->
            known == null ? person.get(address) : person.get(address, "If-None-Match", known.etag))
        .ifPresent(answer -> {
          var most = versions.begun();
          var told = toldBy(route, answer, known);
          var version = VersionedCase.version(route, told, least);
          if (version < least || version > most) {
            findings.fault(
                "Version %d (or %d before), where %d was acknowledged and %d begun: %s %s"
                    .formatted(
                        version, most, least, most, answer, answer.response().headers()));
          }
          if (answer.status() == 200) seen.put(address, new Seen(answer.header("ETag"), told));
        });
  }

  private static int toldBy(Route route, Answer answer, Seen known) {
    return answer.status() == 304 ? known.told : VersionedCase.toldBy(route, answer);
  }
}
