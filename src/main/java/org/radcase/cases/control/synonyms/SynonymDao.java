package org.radcase.cases.control.synonyms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.radcase.cases.entity.search.Synonyms;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.Sql;

/** The table of synonyms, a few hundred rows that an operator edits as a whole. */
@ApplicationScoped
class SynonymDao {
  private static final String OF_KEYS =
      """
      SELECT s.group_number, s.term_key AS term FROM search_synonym s
      WHERE s.group_number IN (
          SELECT k.group_number FROM search_synonym k WHERE k.term_key IN (%s))
      ORDER BY s.group_number, s.position""";

  private static final String ALL =
      "SELECT group_number, term FROM search_synonym ORDER BY group_number, position";

  private static final String REVISION = "SELECT revision FROM search_synonym_list WHERE id = 1";

  private static final String NEXT_REVISION =
      "UPDATE search_synonym_list SET revision = revision + 1 WHERE id = 1 AND revision = ?";

  private static final String CLEAR = "DELETE FROM search_synonym";

  private static final String ADD =
      "INSERT INTO search_synonym (group_number, position, term, term_key) VALUES (?, ?, ?, ?)";

  private final Database database;

  @Inject
  SynonymDao(Database database) {
    this.database = database;
  }

  /** The keys of every group that has one of these; {@code keys} is not empty. */
  List<List<String>> groupsWith(Collection<String> keys) {
    var marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
    return database.read(sql -> groups(sql, OF_KEYS.formatted(marks), keys.toArray()));
  }

  SynonymList all() {
    return database.transaction(() -> database.read(sql -> {
      var revision = sql.first(REVISION, row -> row.getInt("revision")).orElseThrow();
      return new SynonymList(revision, groups(sql, ALL));
    }));
  }

  /** Returns false if the stored revision is not this one; then nothing changed. */
  boolean replace(int revision, List<List<String>> groups) {
    return database.write(sql -> {
      if (sql.update(NEXT_REVISION, revision) == 0) return false;
      sql.update(CLEAR);
      for (var number = 1; number <= groups.size(); number++) {
        var position = 0;
        for (var term : groups.get(number - 1)) {
          sql.update(ADD, number, position++, term, Synonyms.key(term));
        }
      }
      return true;
    });
  }

  private static List<List<String>> groups(Sql sql, String statement, Object... arguments)
      throws SQLException {
    var groups = new TreeMap<Integer, List<String>>();
    sql.list(
        statement,
        row -> groups
            .computeIfAbsent(row.getInt("group_number"), number -> new ArrayList<>())
            .add(row.getString("term")),
        arguments);
    return List.copyOf(groups.values());
  }
}
