package org.radcase.audit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.audit.entity.Actor;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.audit.entity.AuditFault;
import org.radcase.audit.entity.AuditQuery;
import org.radcase.audit.entity.ChainedRecord;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Dialect;
import org.radcase.platform.paging.PageRequest;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.platform.time.FreshIds;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.GivenSettings;
import org.radcase.testing.TurnableClock;

class AuditTrailTest {
  private static final Actor ADA = new Actor("ada", "Ada", "north", "admin");
  private static final Actor CLARA = new Actor("clara", "Clara", "south", "learner");
  private static final AuditQuery EVERYTHING =
      new AuditQuery(null, null, null, null, null, null, null, null, null);

  private final TurnableClock clock = new TurnableClock();

  @TempDir
  Path home;

  @EachDatabase
  void what_was_recorded_is_found_by_those_whom_it_concerns(Database database) throws IOException {
    var trail = new Whole(database);
    trail.audit.record(AuditEvent.done(AuditAction.CASE_MADE, ADA).ofCase("c1"));
    trail.audit.record(
        AuditEvent.done(AuditAction.STUDY_READ, CLARA).ownedBy("north").ofStudy("1.2"));
    trail.audit.record(AuditEvent.done(AuditAction.SIGNED_IN, CLARA));

    assertThat(trail.actions(EVERYTHING)).containsExactly("signed-in", "study-read", "case-made");
    assertThat(trail.actions(of("north"))).containsExactly("study-read", "case-made");
    assertThat(trail.actions(of("south"))).containsExactly("signed-in", "study-read");
    assertThat(trail.actions(of("west"))).isEmpty();
    assertThat(trail.check.check().faults()).isEmpty();
  }

  @EachDatabase
  void a_file_that_is_drained_twice_is_in_the_trail_once(Database database) throws IOException {
    var trail = new Whole(database);
    trail.audit.record(AuditEvent.done(AuditAction.CASE_MADE, ADA));
    var file = trail.spool.closedFiles().get(0);
    var kept = Files.readAllBytes(file);
    trail.drain.drain();
    Files.write(file, kept);

    trail.drain.drain();

    assertThat(trail.actions(EVERYTHING)).containsExactly("case-made");
  }

  @EachDatabase
  void what_another_server_is_writing_into_the_same_folder_is_left_to_it(Database database)
      throws IOException {
    var one = new Whole(database);
    var other = new Whole(database);
    one.audit.record(AuditEvent.done(AuditAction.CASE_MADE, ADA));

    assertThat(other.spool.closedFiles()).isEmpty();
    other.drain.drain();
    assertThat(one.actions(EVERYTHING)).containsExactly("case-made");
  }

  @EachDatabase
  void a_line_that_was_cut_off_is_set_aside_and_the_others_count(Database database)
      throws IOException {
    var trail = new Whole(database);
    trail.audit.record(AuditEvent.done(AuditAction.CASE_MADE, ADA));
    trail.audit.record(AuditEvent.done(AuditAction.CASE_DELETED, ADA));
    var file = trail.spool.closedFiles().get(0);
    var whole = Files.readString(file);
    Files.writeString(
        file, whole.substring(0, whole.length() - 9), StandardOpenOption.TRUNCATE_EXISTING);

    trail.drain.drain();

    assertThat(trail.actions(EVERYTHING)).containsExactly("case-made");
    assertThat(file.resolveSibling(file.getFileName() + ".torn")).exists();
  }

  @EachDatabase
  void the_table_takes_no_change_and_no_removal(Database database) throws IOException {
    var trail = new Whole(database);
    trail.fill(3);

    assertThatThrownBy(() -> database.write(
            sql -> sql.update("UPDATE audit_record SET actor_name = 'Nobody' WHERE sequence = 2")))
        .hasMessageContaining("never change");
    assertThatThrownBy(
            () -> database.write(sql -> sql.update("DELETE FROM audit_record WHERE sequence = 2")))
        .hasMessageContaining("stay");
  }

  @EachDatabase
  void a_check_finds_what_was_changed_removed_or_cut_off(Database database) throws IOException {
    var trail = new Whole(database);
    trail.fill(5);
    clock.turn(Duration.ofDays(2));
    trail.fill(5);
    assertThat(trail.check.check().faults()).isEmpty();
    assertThat(trail.check.check().segments()).isEqualTo(2);
    withoutTriggers(database);

    var name = "UPDATE audit_record SET actor_name = '%s' WHERE sequence = 2";
    edit(database, name.formatted("Nobody"));
    assertThat(codes(trail)).containsExactly("audit.changed");
    edit(database, name.formatted("Ada"));
    assertThat(codes(trail)).isEmpty();

    edit(database, "UPDATE audit_segment SET seal = 'x' WHERE number = 1");
    assertThat(codes(trail)).contains("audit.seal");

    edit(database, "DELETE FROM audit_record WHERE sequence = 3");
    assertThat(codes(trail)).contains("audit.gap");
  }

  @EachDatabase
  void records_at_the_end_of_a_sealed_segment_are_missed(Database database) throws IOException {
    var trail = new Whole(database);
    trail.fill(5);
    clock.turn(Duration.ofDays(2));
    trail.trail.sealIfFull();
    withoutTriggers(database);

    edit(database, "DELETE FROM audit_record WHERE sequence = 5");

    assertThat(codes(trail)).containsExactly("audit.cut");
  }

  @EachDatabase
  void the_last_records_of_an_open_segment_are_missed_too(Database database) throws IOException {
    var trail = new Whole(database);
    trail.fill(5);
    withoutTriggers(database);

    edit(database, "DELETE FROM audit_record WHERE sequence >= 4");
    assertThat(codes(trail)).containsExactly("audit.cut");
    edit(
        database,
        "UPDATE audit_head SET sequence = 3,"
            + " mac = (SELECT mac FROM audit_record WHERE sequence = 3)");
    assertThat(codes(trail)).containsExactly("audit.head");
  }

  @EachDatabase
  void nobody_else_drops_a_segment(Database database) throws IOException {
    var trail = new Whole(database);
    trail.fill(5);
    clock.turn(Duration.ofDays(2));
    trail.fill(1);
    trail.fill(1);

    edit(database, "UPDATE audit_segment SET drop_seal = 'x' WHERE number = 1");
    edit(database, "DELETE FROM audit_record WHERE segment = 1");

    assertThat(codes(trail)).containsExactly("audit.cut");
  }

  @EachDatabase
  void whatever_somebody_typed_can_be_kept(Database database) throws IOException {
    var trail = new Whole(database);
    trail.audit.record(
        AuditEvent.done(AuditAction.CASE_MADE, ADA).about("a\0b\ud800c" + "x".repeat(5_000)));
    trail.audit.record(AuditEvent.done(AuditAction.CASE_DELETED, ADA));

    assertThat(trail.actions(EVERYTHING)).containsExactly("case-deleted", "case-made");
    assertThat(codes(trail)).isEmpty();
  }

  @EachDatabase
  void after_six_years_whole_segments_go_and_the_chain_holds(Database database) throws IOException {
    var trail = new Whole(database);
    trail.fill(5);
    clock.turn(Duration.ofDays(2));
    trail.fill(5);
    clock.turn(Duration.ofDays(2));
    trail.fill(5);
    trail.fill(1);
    clock.turn(Duration.ofDays(6 * 366 + 1));

    assertThat(trail.trail.dropOldest()).hasValue(1);
    assertThat(trail.check.check().faults()).isEmpty();
    assertThat(trail.check.check().records()).isEqualTo(6);
    assertThat(trail.trail.dropOldest()).hasValue(2);
    assertThat(trail.trail.dropOldest()).isEmpty();
    assertThat(trail.check.check().faults()).isEmpty();
    assertThat(trail.check.check().records()).isEqualTo(1);
  }

  @EachDatabase
  void a_clock_that_is_set_back_loses_no_record(Database database) throws IOException {
    var trail = new Whole(database);
    var reading = AuditEvent.done(AuditAction.STUDY_READ, ADA).ofStudy("1.2");
    trail.audit.recordReading(reading);
    clock.turn(Duration.ofDays(-3));
    trail.audit.recordReading(reading);
    trail.fill(2);
    clock.turn(Duration.ofDays(3));
    trail.fill(2);

    assertThat(trail.actions(EVERYTHING))
        .containsExactly(
            "case-made", "case-made", "case-made", "case-made", "study-read", "study-read");
    assertThat(codes(trail)).isEmpty();
  }

  @EachDatabase
  void a_study_is_read_once_in_a_quarter_of_an_hour(Database database) throws IOException {
    var trail = new Whole(database);
    var reading = AuditEvent.done(AuditAction.STUDY_READ, ADA).ofStudy("1.2");
    trail.audit.recordReading(reading);
    trail.audit.recordReading(reading);
    trail.audit.recordReading(reading.ofStudy("1.3"));
    trail.audit.recordReading(AuditEvent.done(AuditAction.STUDY_READ, CLARA).ofStudy("1.2"));
    assertThat(trail.actions(EVERYTHING)).hasSize(3);

    clock.turn(Duration.ofMinutes(16));
    trail.audit.recordReading(reading);

    assertThat(trail.actions(EVERYTHING)).hasSize(4);
  }

  @Test
  void what_cannot_be_kept_does_not_happen() throws IOException {
    var blocked = Files.writeString(home.resolve("a-file"), "");
    var audit = GivenAudit.in(blocked.resolve("spool"));
    var reading = AuditEvent.done(AuditAction.STUDY_READ, ADA).ofStudy("1.2");

    for (var time = 0; time < 2; time++) {
      assertThatThrownBy(() -> audit.recordReading(reading))
          .isInstanceOfSatisfying(
              Problem.class,
              problem -> assertThat(problem.kind().code()).isEqualTo("audit.unavailable"));
    }
    Files.delete(blocked);
    audit.recordReading(reading);
  }

  private static AuditQuery of(String institution) {
    return new AuditQuery(institution, null, null, null, null, null, null, null, null);
  }

  private static List<String> codes(Whole trail) {
    return trail.check.check().faults().stream().map(AuditFault::code).toList();
  }

  private static void withoutTriggers(Database database) {
    var on = database.dialect() == Dialect.POSTGRESQL ? " ON audit_record" : "";
    edit(database, "DROP TRIGGER audit_record_never_changes" + on);
    edit(database, "DROP TRIGGER audit_record_stays" + on);
  }

  private static void edit(Database database, String statement) {
    database.write(sql -> sql.update(statement));
  }

  /** All parts of the trail together. */
  private final class Whole {
    private final AuditSpool spool = new AuditSpool(home.resolve("spool"));
    private final Audit audit = new Audit(spool, new FreshIds(clock), clock);
    private final AuditTrail trail;
    private final DrainAudit drain;
    private final CheckAudit check;
    private final SearchAudit search;

    Whole(Database database) {
      var chain = new Chain(new ServerKey(GivenSettings.in(home)));
      var dao = new AuditDao(database);
      trail = new AuditTrail(dao, chain, database, clock);
      drain = new DrainAudit(spool, trail, audit);
      check = new CheckAudit(dao, chain);
      search = new SearchAudit(new AuditListDao(database), drain);
    }

    void fill(int records) throws IOException {
      for (var i = 0; i < records; i++) {
        audit.record(AuditEvent.done(AuditAction.CASE_MADE, ADA).ofCase("c" + i));
      }
      drain.drain();
    }

    List<String> actions(AuditQuery query) throws IOException {
      return search.page(query, new PageRequest(1, 50, null)).rows().stream()
          .map(ChainedRecord::audited)
          .map(it -> it.action())
          .toList();
    }
  }
}
