package org.radcase.it.bench.baseline;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.radcase.it.bench.BareApplication;
import org.radcase.it.bench.Load;
import org.radcase.it.bench.Load.Request;

/**
 * Twenty requests of a mixed day: twelve to browse, six to read DICOM, one that is personal and one
 * that writes. Its peer gives the same bytes in the same order by the bare servlet.
 */
final class Mixed {
  /** What is asked one after the other: l list, f facets, c case, m manifest, d frame, p personal, w write. */
  private static final String ORDER = "lcdlcdfcdmlcdpflcdlw";

  private final List<String> headers;
  private final List<Request> requests = new ArrayList<>();
  private final List<Request> peers = new ArrayList<>();

  Mixed(Scene scene, BareApplication bare) {
    headers = List.of("Cookie: " + scene.learner().cookie(), "Accept: " + Scene.PACKED);
    for (var letter : ORDER.toCharArray()) {
      var request = requestOf(letter, scene);
      requests.add(request);
      peers.add(Request.get(bare.bytes("mixed-" + letter, bytes(request, scene))));
    }
  }

  private static Request requestOf(char letter, Scene scene) {
    return switch (letter) {
      case 'l' -> Request.get(scene.list());
      case 'f' -> Request.get(scene.facets());
      case 'c' -> Request.get(scene.address());
      case 'm' -> Request.get(scene.manifest());
      case 'd' -> Request.get(scene.frame());
      case 'p' -> Request.get("api/auth/me");
      default -> new Request("PUT", scene.drawing(), scene.arrow());
    };
  }

  private static byte[] bytes(Request request, Scene scene) {
    var learner = scene.learner();
    var answer = request.body().isEmpty()
        ? learner.get(request.address(), "Accept", Scene.PACKED)
        : learner.putJson(request.address(), request.body(), "If-Match", "*");
    return Scene.ok(answer).bytes();
  }

  Load load(URI server) {
    return new Load(server, requests, headers);
  }

  Load peer(URI server) {
    return new Load(server, peers, headers);
  }
}
