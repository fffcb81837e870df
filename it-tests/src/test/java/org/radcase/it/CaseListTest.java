package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class CaseListTest {
  private static final Pattern LINK = Pattern.compile("<([^>]*)>; *rel=\"?([a-z]+)\"?");

  private static String cases(RadCase radcase, int count) {
    var tag = Given.aTag();
    for (var i = 0; i < count; i++) aCase(radcase, tag, "CT", "CHEST", i % 5 + 1, "Case " + i);
    return tag;
  }

  private static void aCase(
      RadCase radcase, String tag, String modality, String bodyPart, int difficulty, String title) {
    var fields = Given.json()
        .put("modality", modality)
        .put("bodyPart", bodyPart)
        .put("difficulty", difficulty)
        .put("title", title);
    fields.putArray("tags").add(tag);
    Given.aCase(radcase, fields);
  }

  private static List<String> titles(Answer list) {
    assertThat(list.status()).as(list.toString()).isEqualTo(200);
    var titles = new ArrayList<String>();
    list.json().path("data").forEach(item -> titles.add(item.path("title").asText()));
    return titles;
  }

  private static String link(Answer list, String relation) {
    return list.headers("Link").stream()
        .flatMap(value -> LINK.matcher(value).results())
        .filter(found -> found.group(2).equals(relation))
        .map(found -> found.group(1))
        .findFirst()
        .orElse("");
  }

  @Test
  void a_page_tells_where_it_stands_in_body_and_headers(RadCase radcase) {
    var tag = cases(radcase, 7);

    var list = radcase.get("api/cases?tag=" + tag + "&limit=3&page=2");

    assertThat(titles(list)).hasSize(3);
    assertThat(list.json().path("pagination").toString())
        .isEqualTo(
            "{\"page\":2,\"limit\":3,\"total\":7,\"pages\":3,\"hasNext\":true,\"hasPrev\":true}");
    assertThat(list.header("X-Total-Count")).isEqualTo("7");
    assertThat(list.header("X-Page")).isEqualTo("2");
    assertThat(list.header("X-Per-Page")).isEqualTo("3");
    assertThat(list.header("X-Total-Pages")).isEqualTo("3");
    assertThat(list.header("Cache-Control")).isEqualTo("private, no-cache");
  }

  @Test
  void the_links_lead_through_all_pages_and_back(RadCase radcase) {
    var tag = cases(radcase, 7);
    var first = radcase.get("api/cases?tag=" + tag + "&limit=3&sort=title");

    var all = new ArrayList<>(titles(first));
    var page = first;
    while (!link(page, "next").isEmpty()) {
      page = radcase.follow(page, link(page, "next"));
      all.addAll(titles(page));
    }

    assertThat(all)
        .containsExactly("Case 0", "Case 1", "Case 2", "Case 3", "Case 4", "Case 5", "Case 6");
    assertThat(link(first, "prev")).isEmpty();
    assertThat(link(first, "last")).isNotEmpty();
    assertThat(link(page, "prev")).isNotEmpty();
    assertThat(link(page, "first")).isNotEmpty();
  }

  @Test
  void nothing_found_is_an_empty_page(RadCase radcase) {
    var list = radcase.get("api/cases?tag=" + Given.aTag());

    assertThat(titles(list)).isEmpty();
    assertThat(list.json().path("pagination").path("total").asInt(-1)).isZero();
    assertThat(list.header("X-Total-Count")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=0",
        "page=-1",
        "page=abc",
        "page=1.5",
        "page=",
        "page=99999999999999999999",
        "limit=0",
        "limit=101",
        "limit=abc",
        "limit=-5",
        "sort=colour",
        "sort=--title",
        "difficulty=9",
        "difficulty=x",
        "modality=NONE",
        "category=x",
        "status=open",
        "visibility=x",
        "colour=red",
        "page=1&page=2",
        "after=nonsense"
      })
  void a_parameter_that_makes_no_sense_is_400_and_not_guessed(String query, RadCase radcase) {
    var answer = radcase.get("api/cases?" + query);

    Expect.problem(answer, 400, answer.json().path("code").asText());
  }

  @ParameterizedTest
  @CsvSource({"101,100", "201,50", "10001,1"})
  void numbered_pages_end_at_ten_thousand_entries(int page, int limit, RadCase radcase) {
    Expect.problem(radcase.get("api/cases?page=" + page + "&limit=" + limit), 400, "page.too-deep");
  }

  @Test
  void repeated_filters_widen_and_different_ones_narrow(RadCase radcase) {
    var tag = Given.aTag();
    aCase(radcase, tag, "CT", "CHEST", 1, "CT chest");
    aCase(radcase, tag, "CT", "HEAD", 2, "CT head");
    aCase(radcase, tag, "MR", "HEAD", 3, "MR head");
    aCase(radcase, tag, "US", "ABDOMEN", 4, "US abdomen");
    var base = "api/cases?sort=title&tag=" + tag;

    assertThat(titles(radcase.get(base + "&modality=CT"))).containsExactly("CT chest", "CT head");
    assertThat(titles(radcase.get(base + "&modality=CT&modality=MR")))
        .containsExactly("CT chest", "CT head", "MR head");
    assertThat(titles(radcase.get(base + "&modality=CT&modality=MR&bodyPart=HEAD")))
        .containsExactly("CT head", "MR head");
    assertThat(titles(radcase.get(base + "&difficulty=4"))).containsExactly("US abdomen");
    assertThat(titles(radcase.get(base + "&status=published"))).isEmpty();
  }

  @Test
  void facets_count_what_each_filter_would_find(RadCase radcase) {
    var tag = Given.aTag();
    aCase(radcase, tag, "CT", "CHEST", 1, "one");
    aCase(radcase, tag, "CT", "HEAD", 2, "two");
    aCase(radcase, tag, "MR", "HEAD", 2, "three");

    var facets = radcase.get("api/cases/facets?tag=" + tag + "&modality=CT");

    assertThat(facets.status()).as(facets.toString()).isEqualTo(200);
    assertThat(facets.json().path("total").asInt()).isEqualTo(2);
    // A facet ignores its own filter, so that the other choices stay in sight.
    assertThat(facets.json().path("modality").toString())
        .contains("{\"value\":\"CT\",\"count\":2}", "{\"value\":\"MR\",\"count\":1}");
    assertThat(facets.json().path("bodyPart").toString())
        .contains("{\"value\":\"HEAD\",\"count\":1}");
  }

  @Test
  void the_order_can_be_chosen(RadCase radcase) {
    var tag = cases(radcase, 5);

    assertThat(titles(radcase.get("api/cases?tag=" + tag + "&sort=-title")))
        .containsExactly("Case 4", "Case 3", "Case 2", "Case 1", "Case 0");
    assertThat(titles(radcase.get("api/cases?tag=" + tag + "&sort=difficulty")))
        .containsExactly("Case 0", "Case 1", "Case 2", "Case 3", "Case 4");
  }

  @Test
  void what_a_search_finds_is_marked_and_the_best_comes_first(RadCase radcase) {
    var tag = Given.aTag();
    aCase(radcase, tag, "CT", "CHEST", 1, "Old myocardial infarction");
    aCase(radcase, tag, "CT", "CHEST", 1, "Acute MI");

    var list = radcase.get("api/cases?tag=" + tag + "&q=acute%20heart%20attack");

    assertThat(titles(list)).containsExactly("Acute MI");
    assertThat(list.json().at("/data/0/highlights/0").toString())
        .isEqualTo("{\"field\":\"title\",\"text\":\"Acute MI\",\"marks\":"
            + "[{\"start\":0,\"end\":5},{\"start\":6,\"end\":8}]}");
    assertThat(titles(radcase.get("api/cases?tag=" + tag + "&q=MI%20-acute&sort=relevance")))
        .containsExactly("Old myocardial infarction");
    Expect.problem(radcase.get("api/cases?sort=relevance"), 400, "request.parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%22",
        "-",
        "*",
        "%22-",
        "NEAR(a%20b)",
        "%7Btitle%7D:a",
        "a:*%26!b",
        "%5C%27",
        "%F0%9D%94%B8"
      })
  void what_would_be_syntax_elsewhere_is_text_here(String typed, RadCase radcase) {
    assertThat(radcase.get("api/cases?q=" + typed).status()).isEqualTo(200);
    assertThat(radcase.get("api/cases/facets?q=" + typed).status()).isEqualTo(200);
    assertThat(radcase.get("api/cases?q=" + typed.repeat(2000)).status()).isEqualTo(400);
  }

  @Test
  void a_search_finds_words_and_takes_no_wildcards(RadCase radcase) {
    var tag = Given.aTag();
    aCase(radcase, tag, "CT", "CHEST", 1, "Aortic dissection");
    aCase(radcase, tag, "CT", "CHEST", 1, "100% stenosis_left");

    assertThat(titles(radcase.get("api/cases?tag=" + tag + "&q=DISSECTION")))
        .containsExactly("Aortic dissection");
    assertThat(titles(radcase.get("api/cases?tag=" + tag + "&q=%25")))
        .doesNotContain("Aortic dissection");
    assertThat(titles(radcase.get("api/cases?tag=" + tag + "&q=zebra"))).isEmpty();
    assertThat(radcase.get("api/cases?q=%27%22%29%28*%20OR%20NEAR").status()).isEqualTo(200);
  }
}
