package org.radcase.queries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.radcase.platform.jdbc.Dialect;
import org.radcase.queries.RecordingDataSource.Ran;

/** Explains statements, and finds what in their plans reads a whole table that grows. */
final class Plans {
  private static final Set<String> GROWING = Set.of(
      "alert",
      "api_token",
      "audit_record",
      "case_co_author",
      "case_instance",
      "case_layer",
      "case_reveal",
      "case_shared_with",
      "case_tag",
      "finding_attempt",
      "instance",
      "metric_sample",
      "one_time_link",
      "own_annotations",
      "person",
      "recovery_code",
      "series",
      "session",
      "study",
      "teaching_case",
      "viewer_measurement");

  /** Of which the test has so many rows that the database itself prefers an index. */
  private static final Set<String> LARGE = Set.of(
      "audit_record", "case_instance", "case_reveal", "case_tag", "instance", "teaching_case");

  /** Indexes that are walked on purpose, from one end and as far as the page goes, or to count. */
  private static final Pattern WALKED = Pattern.compile(
      // What is public is all of the index.
      "public_case_.*"
          // An operator's list of all people, and their number.
          + "|account_.*"
          // Those that are open are the whole index.
          + "|alert_open"
          // The one operator is the whole index.
          + "|person_operator"
          // The newest records of the whole trail; its first and its last.
          + "|audit_record_pkey|sqlite_autoindex_audit_record_1");

  private static final Pattern ALIAS =
      Pattern.compile("(?i)\\b(?:FROM|JOIN|UPDATE|INTO)\\s+(\\w+)(?:\\s+(?:AS\\s+)?(\\w+))?");

  private static final Pattern SCAN = Pattern.compile(
      "SCAN (\\w+)(?: USING (?:COVERING )?INDEX (\\w+))?(?: VIRTUAL TABLE INDEX \\d+:(\\S*))?.*");

  private Plans() {}

  /** The steps that read whole tables, as the database tells them; empty is good. */
  static List<String> scansOf(Connection connection, Dialect dialect, Ran ran) throws SQLException {
    if (dialect == Dialect.SQLITE) {
      return scansOnSqlite(explain(connection, "EXPLAIN QUERY PLAN ", "detail", ran), ran);
    }
    var scans = scansOnPostgresql(connection, ran, LARGE);
    // A small table is read whole because it is small; it must not be for want of an index.
    set(connection, "SET enable_seqscan = off");
    scans.addAll(scansOnPostgresql(connection, ran, GROWING));
    set(connection, "SET enable_seqscan = on");
    return scans;
  }

  private static void set(Connection connection, String setting) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(setting);
    }
  }

  private static List<String> scansOnPostgresql(Connection connection, Ran ran, Set<String> tables)
      throws SQLException {
    var scans = new ArrayList<String>();
    var plan = explain(connection, "EXPLAIN (FORMAT JSON) ", "QUERY PLAN", ran);
    addScans(scans, parse(String.join("\n", plan)).at("/0/Plan"), tables);
    return scans;
  }

  static List<String> explain(Connection connection, String how, String column, Ran ran)
      throws SQLException {
    try (var prepared = connection.prepareStatement(how + ran.sql())) {
      for (var argument : ran.arguments().entrySet()) {
        prepared.setObject(argument.getKey(), argument.getValue());
      }
      try (var rows = prepared.executeQuery()) {
        var lines = new ArrayList<String>();
        while (rows.next()) lines.add(rows.getString(column));
        return lines;
      }
    }
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> scansOnSqlite(List<String> plan, Ran ran) {
    var tables = new HashMap<String, String>();
    var aliases = ALIAS.matcher(ran.sql());
    while (aliases.find()) {
      tables.put(aliases.group(1), aliases.group(1));
      if (aliases.group(2) != null) tables.putIfAbsent(aliases.group(2), aliases.group(1));
    }
    return plan.stream().filter(step -> isScan(step, tables)).toList();
  }

  private static boolean isScan(String step, Map<String, String> tables) {
    var scan = SCAN.matcher(step);
    if (!scan.matches()) return false;
    var table = tables.getOrDefault(scan.group(1), "");
    if (table.endsWith("search")) return scan.group(3) == null || scan.group(3).isEmpty();
    var walked = scan.group(2) != null && WALKED.matcher(scan.group(2)).matches();
    return GROWING.contains(table) && !walked;
  }

  private static void addScans(List<String> scans, JsonNode node, Set<String> tables) {
    var type = node.path("Node Type").asText();
    var index = node.path("Index Name").asText();
    var table = node.path("Relation Name").asText();
    var whole =
        switch (type) {
          case "Seq Scan" -> tables.contains(table);
          case "Index Scan", "Index Only Scan" ->
            tables.contains(table)
                && !node.has("Index Cond")
                && !WALKED.matcher(index).matches();
          default -> false;
        };
    if (whole) scans.add(type + " " + table + " " + index);
    for (var child : node.path("Plans")) addScans(scans, child, tables);
  }
}
