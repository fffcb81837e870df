package org.radcase.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;
import org.radcase.platform.problem.Problem;

/** Lists in pages: their parameters, and RFC 8288 links. */
class PageHeadersTest {
  private static final Cursor NEXT = new Cursor(3, "-updatedAt", "1790000000000", "id");

  private final MultivaluedHashMap<String, String> query = new MultivaluedHashMap<>();

  @Test
  void a_page_in_the_middle_has_all_four_links() {
    query.addAll("tag", "a b", "é&\"<>");
    query.add("page", "2");

    assertThat(PageHeaders.links(page(2, 50, 120, NEXT), query))
        .isEqualTo("<?tag=a+b&tag=%C3%A9%26%22%3C%3E&page=1>; rel=\"first\", "
            + "<?tag=a+b&tag=%C3%A9%26%22%3C%3E&page=1>; rel=\"prev\", "
            + "<?tag=a+b&tag=%C3%A9%26%22%3C%3E&page=3>; rel=\"next\", "
            + "<?tag=a+b&tag=%C3%A9%26%22%3C%3E&page=3>; rel=\"last\"");
  }

  @Test
  void an_empty_list_has_one_page() {
    assertThat(PageHeaders.links(page(1, 50, 0, null), query))
        .isEqualTo("<?page=1>; rel=\"first\", <?page=1>; rel=\"last\"");
  }

  @Test
  void beyond_the_numbered_pages_the_next_link_has_a_cursor() {
    query.add("limit", "50");

    var links = PageHeaders.links(page(200, 50, 20_000, NEXT), query);

    assertThat(links)
        .contains("<?limit=50&after=" + NEXT.text() + ">; rel=\"next\"")
        .contains("<?limit=50&page=199>; rel=\"prev\"")
        .doesNotContain("last");
  }

  @ParameterizedTest
  @CsvSource({
    "page, 0",
    "page, -1",
    "page, 1.5",
    "page, 99999999999",
    "page, +1",
    "page, ٣",
    "page, ''",
    "limit, 0",
    "limit, 101",
    "limit, abc",
    "limit, ' 1'",
    "after, zzz"
  })
  void what_is_no_page_is_refused_and_not_guessed(String name, String value) {
    query.add(name, value);

    assertThat(refusal().kind().code()).isEqualTo("request.parameter");
    assertThat(refusal().detail()).startsWith(name);
  }

  @Test
  void pages_beyond_row_10000_have_no_number() {
    query.add("limit", "100");
    query.add("page", "100");
    assertThat(read().offset()).isEqualTo(9_900);

    query.putSingle("page", "101");
    assertThat(refusal().kind().code()).isEqualTo("page.too-deep");

    query.putSingle("page", "2147483647");
    assertThat(refusal().kind().code()).isEqualTo("page.too-deep");
  }

  @Test
  void a_cursor_knows_its_page() {
    query.add("after", new Cursor(201, "-updatedAt", "5", "id").text());

    assertThat(read().page()).isEqualTo(201);
  }

  @Test
  void a_cursor_of_another_order_is_refused() {
    query.add("after", new Cursor(201, "title", "5", "id").text());

    assertThat(refusal().kind().code()).isEqualTo("request.parameter");
  }

  private PageRequest read() {
    return PageParameters.readAndCheck(
        new QueryParameters(query), cursor -> cursor.order().equals("-updatedAt"));
  }

  private Problem refusal() {
    var problem = catchThrowableOfType(Problem.class, this::read);
    assertThat(problem).isNotNull();
    return problem;
  }

  private static Page<String> page(int number, int limit, long total, @Nullable Cursor next) {
    return new Page<>(List.of(), total, new PageRequest(number, limit, null), next);
  }
}
