package org.radcase.cases.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.cases.entity.Answer;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Contents;
import org.radcase.cases.entity.Question;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.Visibility;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.CaseSummary;
import org.radcase.cases.entity.search.Highlight;
import org.radcase.cases.entity.search.Search;
import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.PageRequest;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.TurnableClock;

class CaseSearchTest {
  private static final List<String> HOSTILE = List.of(
      "'",
      "''",
      "\"",
      "\"\"",
      "\"\"\"",
      "\\",
      "\\'",
      "*",
      "**",
      "-",
      "--",
      "-*",
      "-\"",
      "\"*\"",
      "(",
      ")",
      "()",
      "NEAR(",
      "NEAR(a b, 2)",
      "a AND",
      "OR",
      "NOT",
      "NOT a",
      "AND OR NOT",
      "{title} : a",
      "title:a",
      "^a",
      "a + b",
      "a:*",
      "a:A",
      "a & b",
      "a | !b",
      "!",
      "<->",
      "a <2> b",
      "' OR 1=1 --",
      "%",
      "_",
      "¶",
      "a¶b",
      "\u0001\u001f",
      "\u202e",
      "\ud83e\udec0",
      "日本",
      "𠀋",
      "İı",
      "ß",
      "ﬁ",
      "½",
      "a\u0301",
      "\u0301",
      "x".repeat(300),
      "a ".repeat(20),
      "\"a b",
      "a\"b\"c",
      "1e5",
      "3.14",
      "-3",
      "http://a.b/c?d",
      "a@b.c",
      "<b>&amp;</b>");

  private final TurnableClock clock = new TurnableClock();

  @EachDatabase
  void all_words_must_occur_whatever_their_case_accents_and_order(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var oedema = cases.aDraft(ada, "Ödem of 100% of the_lung!").id();
    var stone = cases.aDraft(ada, "Ureteric stone").id();

    assertThat(found(cases, ada, "öDEM LUNG")).containsExactly(oedema);
    assertThat(found(cases, ada, "lung odem")).containsExactly(oedema);
    assertThat(found(cases, ada, "100%")).containsExactly(oedema);
    assertThat(found(cases, ada, "flank ureteric")).containsExactly(stone);
    assertThat(found(cases, ada, "ureteric lung")).isEmpty();
    assertThat(found(cases, ada, "' OR 1=1 --")).isEmpty();
  }

  @EachDatabase
  void phrases_beginnings_and_exclusions_are_understood(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var left = cases.aDraft(ada, "Left lower lobe pneumonia").id();
    var right = cases.aDraft(ada, "Right lower lobe, left pneumothorax").id();

    assertThat(found(cases, ada, "\"left lower lobe\"")).containsExactly(left);
    assertThat(found(cases, ada, "“lower lobe”")).containsExactlyInAnyOrder(left, right);
    assertThat(found(cases, ada, "lobe -\"left lower\"")).containsExactly(right);
    assertThat(found(cases, ada, "pneum")).containsExactlyInAnyOrder(left, right);
    assertThat(found(cases, ada, "pneumo* lower")).containsExactlyInAnyOrder(left, right);
    assertThat(found(cases, ada, "pneum lower")).isEmpty();
    assertThat(found(cases, ada, "lower pneumon")).containsExactly(left);
    assertThat(found(cases, ada, "lower -pneumonia")).containsExactly(right);
    assertThat(found(cases, ada, "-pneumonia")).containsExactly(right);
    assertThat(found(cases, ada, "T2-weighted")).isEmpty();
  }

  @EachDatabase
  void no_phrase_goes_from_one_field_into_the_next(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    cases.make.as(ada, content("", "", "Cardiac", "arrest"));

    assertThat(found(cases, ada, "cardiac arrest")).hasSize(1);
    assertThat(found(cases, ada, "\"cardiac arrest\"")).isEmpty();
  }

  @EachDatabase
  void synonyms_find_each_other_in_both_directions(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var film = cases
        .make
        .as(ada, content("Cough", "A chest radiograph was taken.", "", ""))
        .id();
    var short_ =
        cases.make.as(ada, content("Pain", "CXR unremarkable.", "", "")).id();
    var infarct =
        cases.make.as(ada, content("Pain", "", "", "Old myocardial infarction")).id();
    var mi = cases.make.as(ada, content("Pain", "", "", "Acute MI")).id();

    assertThat(found(cases, ada, "CXR")).containsExactlyInAnyOrder(film, short_);
    assertThat(found(cases, ada, "chest radiograph")).containsExactlyInAnyOrder(film, short_);
    assertThat(found(cases, ada, "\"chest radiograph\"")).containsExactly(film);
    assertThat(found(cases, ada, "old MI")).containsExactly(infarct);
    assertThat(found(cases, ada, "acute myocardial infarction")).containsExactly(mi);
    assertThat(found(cases, ada, "pain -mi")).containsExactly(short_);
  }

  @EachDatabase
  void the_answer_is_found_by_those_only_who_may_see_it(Database database) {
    var people = GivenPeople.in(database);
    var ada = people.educator("Ada", "North");
    var lena = people.person("Lena", "North", Role.LEARNER);
    var cases = GivenCases.in(database, clock);
    var stone = cases.published(ada, "Ureteric stone", Visibility.INSTITUTION).id();

    assertThat(found(cases, ada, "ureteric")).containsExactly(stone);
    for (var hidden : List.of("ureteric", "abscess", "stone", "\"a stone\"", "drain", "uret*")) {
      assertThat(found(cases, lena, hidden)).as(hidden).isEmpty();
      assertThat(cases.find.facets(lena, query(hidden)).total()).as(hidden).isZero();
    }
    assertThat(found(cases, lena, "flank abdomen CT")).containsExactly(stone);
    assertThat(found(cases, lena, "flank -ureteric")).containsExactly(stone);
  }

  @EachDatabase
  void what_stands_in_the_title_comes_first_and_then_what_is_new(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var ids = new ArrayList<CaseId>();
    for (var content : List.of(
        content("", "", "", "Splenic rupture"),
        content("", "Known splenic cyst.", "", "Renal rupture"),
        content("", "Splenic rupture suspected.", "", "Normal spleen"),
        content("", "", "Rupture of a splenic artery", ""))) {
      clock.turn(Duration.ofMinutes(1));
      ids.add(cases.make.as(ada, content).id());
    }

    assertThat(found(cases, ada, "splenic rupture"))
        .containsExactly(ids.get(3), ids.get(0), ids.get(1), ids.get(2));
    assertThat(byCursors(cases, ada, "splenic rupture"))
        .isEqualTo(found(cases, ada, "splenic rupture"));
  }

  @EachDatabase
  void highlights_mark_what_was_found_in_what_one_may_see(Database database) {
    var people = GivenPeople.in(database);
    var ada = people.educator("Ada", "North");
    var lena = people.person("Lena", "North", Role.LEARNER);
    var cases = GivenCases.in(database, clock);
    cases.published(
        ada,
        Contents.with(
            Status.PUBLISHED,
            Visibility.INSTITUTION,
            content("Pain", "Chest <b>pain</b>, then a CXR.", "Painless mass", "Cyst")));

    assertThat(highlights(cases, ada, "pain"))
        .containsExactly(
            "title: [Painless] mass",
            "presentation: [Pain]",
            "clinicalHistory: Chest <b>[pain]</b>, then a CXR.");
    assertThat(highlights(cases, lena, "pain"))
        .containsExactly(
            "presentation: [Pain]", "clinicalHistory: Chest <b>[pain]</b>, then a CXR.");
    assertThat(highlights(cases, lena, "chest radiograph"))
        .containsExactly("clinicalHistory: [Chest] <b>pain</b>, then a [CXR].");
  }

  @EachDatabase
  void hostile_queries_are_plain_words(Database database) {
    var people = GivenPeople.in(database);
    var ada = people.educator("Ada", "North");
    var lena = people.person("Lena", "North", Role.LEARNER);
    var cases = GivenCases.in(database, clock);
    for (var text : HOSTILE) {
      var line = text.replaceAll("\\p{Cc}", " ").strip();
      cases.make.as(ada, content(line, line, line, line));
    }

    for (var typed : HOSTILE) {
      var wanted = Search.of(typed);
      var ids = found(cases, ada, typed);
      assertThat(found(cases, lena, typed)).isEmpty();
      if (wanted.size() == 0) assertThat(ids).as(typed).isEmpty();
    }
    assertThat(found(cases, ada, "日本")).hasSize(1);
    assertThat(found(cases, ada, "ss")).hasSize(1);
    assertThat(found(cases, ada, "FI")).hasSize(1);
  }

  @EachDatabase
  void every_search_finds_what_a_reader_of_all_texts_would_find(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var random = new Random(11);
    var all = new ArrayList<ReadCaseText>();
    for (var i = 0; i < 60; i++) {
      clock.turn(Duration.ofSeconds(1));
      var made =
          cases.make.as(ada, content(text(random), text(random), text(random), text(random)));
      if (random.nextInt(3) == 0) {
        made = cases.revised(ada, made.id(), content(text(random), text(random), "", text(random)));
      }
      if (random.nextInt(9) == 0) cases.cases.remove(made);
      else all.add(new ReadCaseText(made.id(), made.content(), made.times().updatedAt()));
    }

    for (var i = 0; i < 150; i++) {
      var typed = typed(random);
      var search = GivenCases.expanded(database, typed);
      assertThat(found(cases, ada, typed)).as(typed).isEqualTo(ReadCaseText.find(all, search));
    }
  }

  /** Few words, so that many phrases recur; some of them synonyms, some with accents. */
  private static String text(Random random) {
    var words = List.of(
        "mi",
        "ms",
        "heart",
        "attack",
        "chest",
        "film",
        "cxr",
        "Ménière",
        "stone",
        "calculus",
        "T2-weighted.",
        "left");
    var text = new StringBuilder();
    for (var i = random.nextInt(7); i > 0; i--) {
      text.append(words.get(random.nextInt(words.size()))).append(' ');
    }
    return text.toString().strip();
  }

  private static String typed(Random random) {
    var typed = new StringBuilder();
    for (var i = 1 + random.nextInt(3); i > 0; i--) {
      var words = text(random);
      if (words.isEmpty()) continue;
      switch (random.nextInt(5)) {
        case 0 -> typed.append('"').append(words).append("\" ");
        case 1 -> typed.append('-').append(first(words)).append(' ');
        case 2 -> typed.append(words, 0, Math.min(3, words.length())).append("* ");
        default -> typed.append(first(words)).append(' ');
      }
    }
    return typed.toString();
  }

  private static String first(String words) {
    var end = words.indexOf(' ');
    return end < 0 ? words : words.substring(0, end);
  }

  @EachDatabase
  void texts_that_another_release_wrote_are_written_again(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var stone = cases.aDraft(ada, "Ureteric stone").id();
    database.write(
        sql -> sql.update(
            "UPDATE teaching_case SET search_title = '', search_text = 'old: it''s \\ ''so''', search_version = 0"));
    assertThat(found(cases, ada, "ureteric")).isEmpty();

    var refresh = new RefreshSearchTexts(
        new CaseDao(database), new SearchTextDao(database, GivenCaches.changes()));

    assertThat(refresh.refresh()).isEqualTo(1);
    assertThat(refresh.refresh()).isZero();
    assertThat(found(cases, ada, "ureteric")).containsExactly(stone);
  }

  private static CaseContent content(
      String presentation, String history, String title, String diagnosis) {
    var usual = Contents.ofDiagnosis("");
    return new CaseContent(
        new Question(presentation, history),
        usual.classification(),
        new Answer(title, "", diagnosis, List.of(), List.of()),
        usual.teaching(),
        usual.sharing());
  }

  private static CaseQuery query(String typed) {
    return new CaseQuery(Map.of(), Search.of(typed));
  }

  private static List<CaseId> found(GivenCases cases, Caller caller, String typed) {
    var page =
        cases.find.as(caller, query(typed), CaseOrder.BEST_FIRST, new PageRequest(1, 100, null));
    assertThat(page.total()).as(typed).isEqualTo(page.rows().size());
    return page.rows().stream().map(CaseSummary::id).toList();
  }

  private static List<CaseId> byCursors(GivenCases cases, Caller caller, String typed) {
    var ids = new ArrayList<CaseId>();
    @Nullable Cursor after = null;
    do {
      var request = new PageRequest(after == null ? 1 : after.page(), 1, after);
      var page = cases.find.as(caller, query(typed), CaseOrder.BEST_FIRST, request);
      page.rows().forEach(row -> ids.add(row.id()));
      after = page.next();
    } while (after != null);
    return ids;
  }

  /** With what is marked in brackets. */
  private static List<String> highlights(GivenCases cases, Caller caller, String typed) {
    var page =
        cases.find.as(caller, query(typed), CaseOrder.BEST_FIRST, new PageRequest(1, 100, null));
    return page.rows().stream()
        .flatMap(row -> row.highlights().stream())
        .map(CaseSearchTest::bracketed)
        .toList();
  }

  private static String bracketed(Highlight highlight) {
    var text = new StringBuilder(highlight.text());
    for (var i = highlight.marks().size() - 1; i >= 0; i--) {
      text.insert(highlight.marks().get(i).end(), ']')
          .insert(highlight.marks().get(i).start(), '[');
    }
    return highlight.field() + ": " + text;
  }
}
