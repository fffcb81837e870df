package org.radcase.audit.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import org.radcase.audit.entity.AuditRecord;
import org.radcase.platform.json.Json;

/** One line of the spool: a checksum, a space, the record as JSON. A torn line has another sum. */
final class SpoolLine {
  private static final int SUM_DIGITS = 8;

  private SpoolLine() {}

  static byte[] of(AuditRecord audited) {
    var json = Json.text(audited);
    return (sum(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Returns nothing if the line is not whole. */
  static Optional<AuditRecord> parse(String line) {
    if (line.length() <= SUM_DIGITS || line.charAt(SUM_DIGITS) != ' ') return Optional.empty();
    var json = line.substring(SUM_DIGITS + 1);
    if (!sum(json).equals(line.substring(0, SUM_DIGITS))) return Optional.empty();
    try {
      return Optional.of(Json.MAPPER.readValue(json, AuditRecord.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String sum(String json) {
    var crc = new CRC32();
    crc.update(json.getBytes(StandardCharsets.UTF_8));
    return String.format("%08x", crc.getValue());
  }
}
