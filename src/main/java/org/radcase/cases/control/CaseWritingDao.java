package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.AcgmeDomain;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.cases.entity.search.SearchText;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Sql;
import org.radcase.platform.json.Json;

/** Writes what an author wrote, and the rows by which it is found. */
@ApplicationScoped
class CaseWritingDao {
  private static final String INSERT =
      """
      INSERT INTO teaching_case (
          title, title_key, presentation, modality, body_part, category, difficulty,
          clinical_history, findings, diagnosis, differential, teaching_points,
          student_notes, fellow_notes, acgme_domains, tags, literature,
          status, visibility, search_title, search_text, study_search_title, study_search_text,
          search_version, updated_at, published_at, revision,
          id, institution_id, author_id, created_at, image_count)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""";

  private static final String UPDATE =
      """
      UPDATE teaching_case SET
          title = ?, title_key = ?, presentation = ?,
          modality = ?, body_part = ?, category = ?, difficulty = ?,
          clinical_history = ?, findings = ?, diagnosis = ?, differential = ?, teaching_points = ?,
          student_notes = ?, fellow_notes = ?, acgme_domains = ?, tags = ?, literature = ?,
          status = ?, visibility = ?, search_title = ?, search_text = ?,
          study_search_title = ?, study_search_text = ?, search_version = ?,
          updated_at = ?, published_at = ?,
          revision = ?
      WHERE id = ? AND revision = ?""";

  private static final String DELETE = "DELETE FROM teaching_case WHERE id = ?";
  private static final String UNTAG = "DELETE FROM case_tag WHERE case_id = ?";
  private static final String TAG = "INSERT INTO case_tag (case_id, tag_key) VALUES (?, ?)";
  private static final String UNSHARE = "DELETE FROM case_shared_with WHERE case_id = ?";
  private static final String SHARE =
      "INSERT INTO case_shared_with (case_id, institution_id, position) VALUES (?, ?, ?)";

  private final Database database;

  @Inject
  CaseWritingDao(Database database) {
    this.database = database;
  }

  void insert(TeachingCase made) {
    database.write(sql -> {
      var arguments = written(made);
      arguments.add(made.id().toString());
      arguments.add(made.author().institution().toString());
      arguments.add(made.author().person().toString());
      arguments.add(made.times().createdAt().toEpochMilli());
      sql.update(INSERT, arguments.toArray());
      insertKeys(sql, made.id(), made.content());
      return made;
    });
  }

  /** Returns false if the stored revision is not the one before this; then nothing changed. */
  boolean update(TeachingCase next) {
    return database.write(sql -> {
      var arguments = written(next);
      arguments.add(next.id().toString());
      arguments.add(next.revision() - 1);
      if (sql.update(UPDATE, arguments.toArray()) == 0) return false;
      deleteKeys(sql, next.id());
      insertKeys(sql, next.id(), next.content());
      return true;
    });
  }

  void delete(CaseId id) {
    database.write(sql -> {
      deleteKeys(sql, id);
      return sql.update(DELETE, id.toString());
    });
  }

  private static void deleteKeys(Sql sql, CaseId id) throws SQLException {
    sql.update(UNTAG, id.toString());
    sql.update(UNSHARE, id.toString());
  }

  private static void insertKeys(Sql sql, CaseId id, CaseContent content) throws SQLException {
    var keys = new LinkedHashSet<String>();
    for (var tag : content.teaching().tags()) keys.add(CaseFilter.tagKey(tag));
    for (var key : keys) sql.update(TAG, id.toString(), key);
    var position = 0;
    for (var institution : content.sharing().sharedWith()) {
      sql.update(SHARE, id.toString(), institution.toString(), position++);
    }
  }

  /** The arguments that INSERT and UPDATE begin with. */
  private static List<@Nullable Object> written(TeachingCase written) {
    var content = written.content();
    var answer = content.answer();
    var classification = content.classification();
    var teaching = content.teaching();
    var full = SearchText.of(content);
    var study = SearchText.ofStudyView(content);
    var arguments = new ArrayList<@Nullable Object>();
    Collections.addAll(
        arguments,
        answer.title(),
        SearchText.folded(answer.title()),
        content.question().presentation(),
        orNull(classification.modality(), Modality::term),
        orNull(classification.bodyPart(), BodyPart::term),
        orNull(classification.category(), Category::term),
        orNull(classification.difficulty(), Difficulty::value));
    Collections.addAll(
        arguments,
        content.question().clinicalHistory(),
        answer.findings(),
        answer.diagnosis(),
        Json.text(answer.differential()),
        Json.text(answer.teachingPoints()),
        teaching.studentNotes(),
        teaching.fellowNotes(),
        Json.text(teaching.acgmeDomains().stream().map(AcgmeDomain::term).toList()),
        Json.text(teaching.tags()),
        Json.text(teaching.references()));
    Collections.addAll(
        arguments,
        content.sharing().status().term(),
        content.sharing().visibility().term(),
        full.title(),
        full.text(),
        study.title(),
        study.text(),
        SearchText.VERSION,
        written.times().updatedAt().toEpochMilli(),
        orNull(written.times().publishedAt(), Instant::toEpochMilli),
        written.revision());
    return arguments;
  }

  private static <T, U> @Nullable U orNull(@Nullable T value, Function<T, U> change) {
    return value == null ? null : change.apply(value);
  }
}
