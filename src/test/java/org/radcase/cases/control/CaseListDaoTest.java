package org.radcase.cases.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.CaseRights;
import org.radcase.cases.entity.Classification;
import org.radcase.cases.entity.Contents;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.cases.entity.View;
import org.radcase.cases.entity.Visibility;
import org.radcase.cases.entity.search.CaseFacets;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.CaseSummary;
import org.radcase.cases.entity.search.Search;
import org.radcase.cases.entity.search.SearchText;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.TurnableClock;

class CaseListDaoTest {
  private static final int MANY = 80;

  private final TurnableClock clock = new TurnableClock();

  @EachDatabase
  void everyone_finds_exactly_what_she_may_see(Database database) {
    var people = GivenPeople.in(database);
    var callers = List.of(
        people.educator("Ada", "North"),
        people.educator("Berta", "North"),
        people.educator("Clara", "South"),
        people.person("Dora", "South", Role.LEARNER),
        people.person("Edith", "West", Role.ADMIN),
        people.person("Frida", "North", Role.ADMIN),
        people.person("Gerda", "North", Role.LEARNER),
        people.person("Hanna", "South", Role.DIRECTOR),
        people.person("Olga", "Nowhere", Role.OPERATOR));
    var institutions = callers.stream().map(Caller::institution).distinct().toList();
    var cases = GivenCases.in(database, clock);
    var random = new Random(7);
    var all = new ArrayList<TeachingCase>();
    for (var i = 0; i < MANY; i++) {
      var author = callers.get(random.nextInt(3));
      var made = cases.aDraft(author, "Stone");
      var written = made.revised(Contents.random(random, institutions), clock.instant());
      cases.cases.revise(made, written);
      all.add(written);
    }

    var coAuthors = new CoAuthorDao(database);
    all.stream()
        .filter(it -> random.nextInt(4) == 0)
        .forEach(it -> coAuthors.add(it.id(), callers.get(1).person()));

    var ties = new TiesDao(database);
    for (var caller : callers) {
      var visible = all.stream()
          .filter(it ->
              CaseRights.of(caller, it, ties.of(caller.person()).to(it.id())).view() != View.NONE)
          .map(TeachingCase::id)
          .toList();
      var page = find(cases, caller, CaseQuery.EVERYTHING, "createdAt");
      assertThat(ids(page)).as(caller.name()).containsExactlyInAnyOrderElementsOf(visible);
      assertThat(page.total()).isEqualTo(visible.size());
    }
  }

  @EachDatabase
  void a_learner_finds_nothing_by_the_answer(Database database) {
    var people = GivenPeople.in(database);
    var ada = people.educator("Ada", "North");
    var lena = people.person("Lena", "North", Role.LEARNER);
    var cases = GivenCases.in(database, clock);
    var stone = cases.published(ada, "Ureteric stone", Visibility.INSTITUTION);

    var byDiagnosis = query(CaseFilter.class, Map.of(), "ureteric");
    var byTag = query(CaseFilter.class, Map.of(CaseFilter.TAG, Set.of("stone")), "");
    assertThat(ids(find(cases, ada, byDiagnosis, "createdAt"))).containsExactly(stone.id());
    assertThat(ids(find(cases, ada, byTag, "createdAt"))).containsExactly(stone.id());
    assertThat(find(cases, lena, byDiagnosis, "createdAt").total()).isZero();
    assertThat(find(cases, lena, byTag, "createdAt").total()).isZero();

    var seen = cases.reveal.as(lena, stone.id(), List.of("Pyelonephritis"), 3);

    assertThat(seen.isFull()).isTrue();
    assertThat(find(cases, lena, byDiagnosis, "createdAt").total()).isZero();
    assertThat(ids(find(cases, lena, byTag, "createdAt"))).containsExactly(stone.id());
  }

  private static CaseQuery query(
      Class<CaseFilter> type, Map<CaseFilter, Set<String>> filters, String words) {
    var all = new EnumMap<CaseFilter, Set<String>>(type);
    all.putAll(filters);
    return new CaseQuery(all, Search.of(words));
  }

  @EachDatabase
  void values_of_a_filter_are_alternatives_and_filters_add_up(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var ctChest = aDraft(cases, ada, Modality.CT, BodyPart.CHEST, 1);
    var mrChest = aDraft(cases, ada, Modality.MR, BodyPart.CHEST, 2);
    var usChest = aDraft(cases, ada, Modality.US, BodyPart.CHEST, 3);
    var ctHead = aDraft(cases, ada, Modality.CT, BodyPart.HEAD, 3);

    assertThat(found(cases, ada, filtered(CaseFilter.MODALITY, "CT", "MR")))
        .containsExactlyInAnyOrder(ctChest, mrChest, ctHead);
    assertThat(found(cases, ada, filtered(CaseFilter.DIFFICULTY, "3")))
        .containsExactlyInAnyOrder(usChest, ctHead);
    assertThat(found(
            cases,
            ada,
            new CaseQuery(
                Map.of(
                    CaseFilter.MODALITY, Set.of("CT", "MR"),
                    CaseFilter.BODY_PART, Set.of("CHEST"),
                    CaseFilter.AUTHOR, Set.of(ada.person().toString()),
                    CaseFilter.STATUS, Set.of("draft"),
                    CaseFilter.VISIBILITY, Set.of("institution"),
                    CaseFilter.CATEGORY, Set.of("chest"),
                    CaseFilter.TAG, Set.of("stone")),
                Search.ANYTHING)))
        .isEmpty();
    assertThat(found(cases, ada, filtered(CaseFilter.TAG, "stone"))).hasSize(4);
  }

  @EachDatabase
  void a_facet_counts_as_if_its_own_filter_were_not_there(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    aDraft(cases, ada, Modality.CT, BodyPart.CHEST, 1);
    aDraft(cases, ada, Modality.CT, BodyPart.HEAD, 1);
    aDraft(cases, ada, Modality.MR, BodyPart.HEAD, 1);
    aDraft(cases, ada, null, BodyPart.HEAD, 1);

    var facets = cases.find.facets(ada, filtered(CaseFilter.MODALITY, "MR"));

    assertThat(facets.total()).isEqualTo(1);
    assertThat(facets.of(CaseFilter.MODALITY))
        .containsExactly(new CaseFacets.Count("CT", 2), new CaseFacets.Count("MR", 1));
    assertThat(facets.of(CaseFilter.BODY_PART)).containsExactly(new CaseFacets.Count("HEAD", 1));
    assertThat(facets.of(CaseFilter.DIFFICULTY)).containsExactly(new CaseFacets.Count("1", 1));
    assertThat(facets.of(CaseFilter.STATUS)).containsExactly(new CaseFacets.Count("draft", 1));
  }

  @EachDatabase
  void pages_and_cursors_go_through_every_order_without_gap_or_repetition(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    for (var i = 0; i < 23; i++) {
      // Times, titles and difficulties that tie, and some that are missing.
      if (i % 3 == 0) clock.turn(Duration.ofMillis(1));
      var content = Contents.ofDiagnosis(List.of("b", "Ä", "a", "B").get(i % 4));
      var difficulty = i % 5 == 0 ? null : new Difficulty(i % 5);
      var classified = classified(content, Modality.CT, BodyPart.HEAD, difficulty);
      cases.make.as(ada, classified);
    }

    for (var term : List.of("updatedAt", "createdAt", "publishedAt", "difficulty", "title")) {
      for (var sign : List.of("", "-")) {
        var whole = ids(find(cases, ada, CaseQuery.EVERYTHING, sign + term));
        assertThat(whole).as(sign + term).hasSize(23).doesNotHaveDuplicates();
        assertThat(byNumbers(cases, ada, sign + term)).as(sign + term).isEqualTo(whole);
        assertThat(byCursors(cases, ada, sign + term)).as(sign + term).isEqualTo(whole);
      }
    }
  }

  @EachDatabase
  void cases_without_a_difficulty_come_last_in_both_directions(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var hard = aDraft(cases, ada, Modality.CT, BodyPart.HEAD, 5);
    var unknown = aDraft(cases, ada, Modality.CT, BodyPart.HEAD, null);
    var easy = aDraft(cases, ada, Modality.CT, BodyPart.HEAD, 1);

    assertThat(ids(find(cases, ada, CaseQuery.EVERYTHING, "difficulty")))
        .containsExactly(easy, hard, unknown);
    assertThat(ids(find(cases, ada, CaseQuery.EVERYTHING, "-difficulty")))
        .containsExactly(hard, easy, unknown);
  }

  @EachDatabase
  void titles_sort_without_case_and_alike_on_every_database(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var titles = List.of("zebra", "Apple", "apple pie", "a-b", "ab", "Ähre", "日本", "_x");
    titles.forEach(title -> cases.aDraft(ada, title));

    var sorted = find(cases, ada, CaseQuery.EVERYTHING, "title");

    assertThat(sorted.rows())
        .extracting(CaseSummary::title)
        .containsExactlyElementsOf(
            titles.stream().sorted(Comparator.comparing(SearchText::folded)).toList());
  }

  @EachDatabase
  void a_list_entry_says_what_the_case_says(Database database) {
    var ada = GivenPeople.in(database).educator("Ada", "North");
    var cases = GivenCases.in(database, clock);
    var stored = cases.aDraft(ada, "Stone");
    cases.images.added(stored.id(), "api/thumbnail");

    var page = find(cases, ada, CaseQuery.EVERYTHING, "title");

    var whole = cases.read.as(ada, stored.id()).teachingCase();
    assertThat(page.rows())
        .extracting(
            CaseSummary::id,
            CaseSummary::revision,
            CaseSummary::derivedPresentation,
            CaseSummary::classification,
            CaseSummary::tags,
            CaseSummary::author,
            CaseSummary::times,
            CaseSummary::pictures)
        .containsExactly(tuple(
            whole.id(),
            whole.revision(),
            whole.content().presentationLine(),
            whole.content().classification(),
            List.of("Stone"),
            whole.author(),
            whole.times(),
            whole.pictures()));
  }

  private static List<CaseId> byNumbers(GivenCases cases, Caller caller, String sort) {
    var ids = new ArrayList<CaseId>();
    for (var number = 1; number <= 5; number++) {
      var request = new PageRequest(number, 5, null);
      ids.addAll(ids(cases.find.as(caller, CaseQuery.EVERYTHING, order(sort), request)));
    }
    return ids;
  }

  private static List<CaseId> byCursors(GivenCases cases, Caller caller, String sort) {
    var ids = new ArrayList<CaseId>();
    @Nullable Cursor after = null;
    do {
      var request = new PageRequest(after == null ? 1 : after.page(), 5, after);
      var page = cases.find.as(caller, CaseQuery.EVERYTHING, order(sort), request);
      ids.addAll(ids(page));
      var next = page.next();
      after = next == null ? null : Cursor.parse(next.text()).orElseThrow();
    } while (after != null);
    return ids;
  }

  private static CaseId aDraft(
      GivenCases cases,
      Caller author,
      @Nullable Modality modality,
      BodyPart bodyPart,
      @Nullable Integer difficulty) {
    var content = Contents.ofDiagnosis("Stone");
    var given = difficulty == null ? null : new Difficulty(difficulty);
    return cases.make.as(author, classified(content, modality, bodyPart, given)).id();
  }

  private static CaseContent classified(
      CaseContent content,
      @Nullable Modality modality,
      BodyPart bodyPart,
      @Nullable Difficulty difficulty) {
    return new CaseContent(
        content.question(),
        new Classification(modality, bodyPart, null, difficulty),
        content.answer(),
        content.teaching(),
        content.sharing());
  }

  private static CaseQuery filtered(CaseFilter filter, String... values) {
    return new CaseQuery(Map.of(filter, Set.copyOf(Arrays.asList(values))), Search.ANYTHING);
  }

  private static List<CaseId> found(GivenCases cases, Caller caller, CaseQuery query) {
    return ids(find(cases, caller, query, "createdAt"));
  }

  private static Page<CaseSummary> find(
      GivenCases cases, Caller caller, CaseQuery query, String sort) {
    return cases.find.as(caller, query, order(sort), new PageRequest(1, 100, null));
  }

  private static CaseOrder order(String sort) {
    return CaseOrder.of(sort).orElseThrow();
  }

  private static List<CaseId> ids(Page<CaseSummary> page) {
    return page.rows().stream().map(CaseSummary::id).toList();
  }
}
