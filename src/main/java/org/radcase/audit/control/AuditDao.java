package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.radcase.audit.entity.AuditRecord;
import org.radcase.audit.entity.ChainedRecord;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Dialect;

/** The trail's rows. */
@ApplicationScoped
class AuditDao {
  /**
   * A segment of the chain.
   *
   * @param lastSequence null until it is sealed, as are lastMac and seal
   */
  record Segment(
      int number,
      long firstSequence,
      String previousMac,
      long openedAt,
      @Nullable Long lastSequence,
      @Nullable String lastMac,
      @Nullable Long sealedAt,
      @Nullable String seal,
      @Nullable String dropSeal) {}

  /**
   * Where the chain ends.
   *
   * @param seal over both, so that nobody else can set it
   */
  record Head(long sequence, String mac, String seal) {}

  static final String COLUMNS =
      """
      SELECT r.sequence, r.segment, r.id, r.at, r.action, r.outcome, r.actor_id, r.actor_name,
          r.actor_role, r.actor_institution, r.owner, r.case_id, r.study_uid, r.object, r.detail,
          r.address, r.request_id, r.mac
      FROM audit_record r
      """;

  private static final String SEGMENTS =
      """
      SELECT number, first_sequence, previous_mac, opened_at, last_sequence, last_mac, sealed_at,
          seal, drop_seal
      FROM audit_segment
      """;

  private static final String HEAD = "SELECT sequence, mac, seal FROM audit_head WHERE id = 1";
  private static final String MOVE_HEAD =
      "UPDATE audit_head SET sequence = ?, mac = ?, seal = ? WHERE id = 1";
  private static final String ENSURE_HEAD =
      """
      INSERT INTO audit_head (id, sequence, mac, seal) VALUES (1, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING""";

  private static final String ADD =
      """
      INSERT INTO audit_record (sequence, segment, id, at, action, outcome, actor_id, actor_name,
          actor_role, actor_institution, owner, case_id, study_uid, object, detail, address,
          request_id, mac)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String ADD_SEGMENT =
      """
      INSERT INTO audit_segment (number, first_sequence, previous_mac, opened_at)
      VALUES (?, ?, ?, ?)""";

  private static final String SEAL =
      """
      UPDATE audit_segment SET last_sequence = ?, last_mac = ?, sealed_at = ?, seal = ?
      WHERE number = ?""";

  private final Database database;

  @Inject
  AuditDao(Database database) {
    this.database = database;
  }

  /** The end of the chain; nobody else appends until the open transaction ends. */
  Head lockHead(Head otherwise) {
    return database.write(sql -> {
      var lock = sql.dialect() == Dialect.POSTGRESQL ? " FOR UPDATE" : "";
      sql.update(ENSURE_HEAD, otherwise.sequence(), otherwise.mac(), otherwise.seal());
      return sql.first(HEAD + lock, AuditDao::head).orElseThrow();
    });
  }

  Optional<Head> head() {
    return database.read(sql -> sql.first(HEAD, AuditDao::head));
  }

  void moveHead(Head head) {
    database.write(sql -> sql.update(MOVE_HEAD, head.sequence(), head.mac(), head.seal()));
  }

  /** The segment that takes records. */
  Optional<Segment> openSegment() {
    return database.read(sql -> sql.first(SEGMENTS + "WHERE sealed_at IS NULL", AuditDao::segment));
  }

  List<Segment> segments() {
    return database.read(sql -> sql.list(SEGMENTS + "ORDER BY number", AuditDao::segment));
  }

  void open(int number, long firstSequence, String previousMac, long nowMillis) {
    database.write(sql -> sql.update(ADD_SEGMENT, number, firstSequence, previousMac, nowMillis));
  }

  void seal(int number, long lastSequence, String lastMac, long nowMillis, String seal) {
    database.write(sql -> sql.update(SEAL, lastSequence, lastMac, nowMillis, seal, number));
  }

  boolean has(String id) {
    return database
        .read(sql -> sql.first("SELECT 1 FROM audit_record WHERE id = ?", row -> row.getInt(1), id))
        .isPresent();
  }

  void add(ChainedRecord chained) {
    var audited = chained.audited();
    database.write(sql -> sql.update(
        ADD,
        chained.sequence(),
        chained.segment(),
        audited.id(),
        audited.at(),
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
        audited.requestId(),
        chained.mac()));
  }

  /** Records after a sequence number, in order. */
  List<ChainedRecord> after(long sequence, int most) {
    return database.read(sql -> sql.list(
        COLUMNS + "WHERE r.sequence > ? ORDER BY r.sequence LIMIT ?",
        AuditDao::chained,
        sequence,
        most));
  }

  /** Sealed segments from before a time that still have their records. */
  List<Segment> sealedBefore(long millis) {
    return database.read(sql -> sql.list(
        SEGMENTS + "WHERE sealed_at < ? AND drop_seal IS NULL ORDER BY number",
        AuditDao::segment,
        millis));
  }

  /** Removes the records of a segment, whose row stays as an anchor of the chain. */
  void drop(int number, String dropSeal) {
    database.write(sql -> {
      sql.update("UPDATE audit_segment SET drop_seal = ? WHERE number = ?", dropSeal, number);
      return sql.update("DELETE FROM audit_record WHERE segment = ?", number);
    });
  }

  static ChainedRecord chained(ResultSet row) throws SQLException {
    return new ChainedRecord(
        row.getLong("sequence"),
        row.getInt("segment"),
        new AuditRecord(
            row.getString("id"),
            row.getLong("at"),
            row.getString("action"),
            row.getString("outcome"),
            row.getString("actor_id"),
            row.getString("actor_name"),
            row.getString("actor_role"),
            row.getString("actor_institution"),
            row.getString("owner"),
            row.getString("case_id"),
            row.getString("study_uid"),
            row.getString("object"),
            row.getString("detail"),
            row.getString("address"),
            row.getString("request_id")),
        row.getString("mac"));
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(row.getLong("sequence"), row.getString("mac"), row.getString("seal"));
  }

  private static Segment segment(ResultSet row) throws SQLException {
    return new Segment(
        row.getInt("number"),
        row.getLong("first_sequence"),
        row.getString("previous_mac"),
        row.getLong("opened_at"),
        number(row, "last_sequence"),
        row.getString("last_mac"),
        number(row, "sealed_at"),
        row.getString("seal"),
        row.getString("drop_seal"));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    var number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
