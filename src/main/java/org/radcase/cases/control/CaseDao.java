package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;
import org.radcase.cases.entity.AcgmeDomain;
import org.radcase.cases.entity.Answer;
import org.radcase.cases.entity.Author;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.CaseTimes;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Classification;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;
import org.radcase.cases.entity.Pictures;
import org.radcase.cases.entity.Question;
import org.radcase.cases.entity.Sharing;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.Teaching;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.cases.entity.Visibility;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.json.Json;

/** Reads single cases, and knows what the columns mean. */
@ApplicationScoped
class CaseDao {
  private static final String FIND =
      """
      SELECT c.id, c.revision, c.institution_id, c.author_id, p.name AS author_name,
          c.title, c.presentation, c.modality, c.body_part, c.category, c.difficulty,
          c.clinical_history, c.findings, c.diagnosis, c.differential, c.teaching_points,
          c.student_notes, c.fellow_notes, c.acgme_domains, c.tags, c.literature,
          c.status, c.visibility, c.created_at, c.updated_at, c.published_at,
          c.image_count, c.thumbnail
      FROM teaching_case c JOIN person p ON p.id = c.author_id
      WHERE c.id = ?""";

  private static final String SHARED_WITH =
      "SELECT institution_id FROM case_shared_with WHERE case_id = ? ORDER BY position";

  private final Database database;

  @Inject
  CaseDao(Database database) {
    this.database = database;
  }

  Optional<TeachingCase> find(CaseId id) {
    return database.read(sql -> {
      var found = sql.first(FIND, CaseDao::alone, id.toString());
      if (found.isEmpty() || sharing(found.get()).visibility() != Visibility.SHARED) return found;
      var sharedWith = sql.list(
          SHARED_WITH, row -> new InstitutionId(uuid(row, "institution_id")), id.toString());
      return found.map(it -> sharedWith(it, sharedWith));
    });
  }

  private static Sharing sharing(TeachingCase found) {
    return found.content().sharing();
  }

  private static TeachingCase sharedWith(TeachingCase found, List<InstitutionId> institutions) {
    var sharing = sharing(found);
    var content =
        found.content().with(new Sharing(sharing.status(), sharing.visibility(), institutions));
    return new TeachingCase(
        found.id(), found.revision(), content, found.author(), found.times(), found.pictures());
  }

  /** As far as it is in its own row. */
  private static TeachingCase alone(ResultSet row) throws SQLException {
    return new TeachingCase(
        id(row), row.getInt("revision"), content(row), author(row), times(row), pictures(row));
  }

  private static CaseContent content(ResultSet row) throws SQLException {
    return new CaseContent(
        new Question(row.getString("presentation"), row.getString("clinical_history")),
        classification(row),
        new Answer(
            row.getString("title"),
            row.getString("findings"),
            row.getString("diagnosis"),
            lines(row, "differential"),
            lines(row, "teaching_points")),
        new Teaching(
            row.getString("student_notes"),
            row.getString("fellow_notes"),
            lines(row, "acgme_domains").stream()
                .flatMap(term -> AcgmeDomain.of(term).stream())
                .toList(),
            lines(row, "tags"),
            lines(row, "literature")),
        new Sharing(status(row), visibility(row), List.of()));
  }

  static CaseId id(ResultSet row) throws SQLException {
    return new CaseId(uuid(row, "id"));
  }

  static Author author(ResultSet row) throws SQLException {
    return new Author(
        new PersonId(uuid(row, "author_id")),
        row.getString("author_name"),
        new InstitutionId(uuid(row, "institution_id")));
  }

  static CaseTimes times(ResultSet row) throws SQLException {
    var published = row.getLong("published_at");
    var publishedAt = row.wasNull() ? null : Instant.ofEpochMilli(published);
    return new CaseTimes(
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("updated_at")),
        publishedAt);
  }

  static Pictures pictures(ResultSet row) throws SQLException {
    return new Pictures(row.getInt("image_count"), row.getString("thumbnail"));
  }

  static Classification classification(ResultSet row) throws SQLException {
    var difficulty = row.getInt("difficulty");
    var given = row.wasNull() ? null : new Difficulty(difficulty);
    return new Classification(
        term(row, "modality", Modality::of),
        term(row, "body_part", BodyPart::of),
        term(row, "category", Category::of),
        given);
  }

  static Status status(ResultSet row) throws SQLException {
    return Status.of(row.getString("status")).orElseThrow();
  }

  static Visibility visibility(ResultSet row) throws SQLException {
    return Visibility.of(row.getString("visibility")).orElseThrow();
  }

  static List<String> lines(ResultSet row, String column) throws SQLException {
    return Json.lines(row.getString(column));
  }

  private static <T> @Nullable T term(
      ResultSet row, String column, Function<String, Optional<T>> of) throws SQLException {
    @Nullable String term = row.getString(column);
    return term == null ? null : of.apply(term).orElse(null);
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return UUID.fromString(row.getString(column));
  }
}
