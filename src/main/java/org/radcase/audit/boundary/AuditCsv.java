package org.radcase.audit.boundary;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.ChainedRecord;

/** Writes records as CSV, of which no cell is a formula. Source: RFC 4180; OWASP CSV Injection. */
final class AuditCsv {
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Writer writer;

  AuditCsv(Writer writer) {
    this.writer = writer;
  }

  void begin() throws IOException {
    row(
        "sequence",
        "at",
        "action",
        "outcome",
        "actor",
        "name",
        "role",
        "institution",
        "owner",
        "case",
        "study",
        "object",
        "detail",
        "address",
        "request");
  }

  void write(ChainedRecord chained) throws IOException {
    var audited = chained.audited();
    row(
        Long.toString(chained.sequence()),
        Instant.ofEpochMilli(audited.at()).toString(),
        audited.action(),
        audited.outcome(),
        audited.actorId(),
        audited.actorName(),
        audited.actorRole(),
        audited.actorInstitution(),
        audited.owner(),
        audited.caseId(),
        audited.studyUid(),
        audited.object(),
        audited.detail(),
        audited.address(),
        audited.requestId());
  }

  private void row(@Nullable String... cells) throws IOException {
    for (var i = 0; i < cells.length; i++) {
      if (i > 0) writer.write(',');
      writer.write(cell(cells[i]));
    }
    writer.write("\r\n");
  }

  static String cell(@Nullable String text) {
    if (text == null || text.isEmpty()) return "";
    var defused = FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    return '"' + defused.replace("\"", "\"\"") + '"';
  }
}
