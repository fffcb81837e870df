package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.radcase.audit.entity.AuditRecord;
import org.radcase.platform.json.Json;
import org.radcase.platform.secrets.ServerKey;

/** What chains records: HMAC-SHA-256 under a key of its own, which the database does not have. */
@ApplicationScoped
class Chain {
  /** Before the first record. */
  static final String ORIGIN = "";

  private final byte[] key;

  @Inject
  Chain(ServerKey serverKey) {
    key = serverKey.forPurpose("audit");
  }

  String macOf(String previousMac, long sequence, int segment, AuditRecord audited) {
    return mac(previousMac + "\n" + sequence + "\n" + segment + "\n" + Json.text(audited));
  }

  String sealOf(AuditDao.Segment segment, long lastSequence, String lastMac) {
    return mac("segment " + segment.number() + "\n" + segment.firstSequence() + "\n"
        + segment.previousMac() + "\n" + lastSequence + "\n" + lastMac);
  }

  /** Says that a sealed segment was dropped by this server, and not by somebody else. */
  String dropSealOf(String seal) {
    return mac("dropped " + seal);
  }

  AuditDao.Head headAt(long sequence, String mac) {
    return new AuditDao.Head(sequence, mac, mac("head " + sequence + "\n" + mac));
  }

  private String mac(String text) {
    return HexFormat.of().formatHex(ServerKey.hmac(key, text.getBytes(StandardCharsets.UTF_8)));
  }
}
