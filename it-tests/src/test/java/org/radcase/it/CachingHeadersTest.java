package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;
import org.radcase.it.server.Deadline;

/** The contract's table of caching, walked for every kind of address: what may be kept, and under which tag. */
@ExtendWith(AtHand.class)
class CachingHeadersTest {
  private static final String FOR_EVER = "private, max-age=2592000, immutable";
  private static final String ASK_AGAIN = "private, no-cache";

  private enum Tag {
    STRONG,
    WEAK,
    NONE
  }

  /** @param codable whether the server compresses it on its way out, if it is long enough */
  private record Kind(String address, String cacheControl, Tag tag, boolean codable) {}

  private static Kind bytes(String address) {
    return new Kind(address, FOR_EVER, Tag.STRONG, false);
  }

  private static Kind json(String address, Tag tag) {
    return new Kind(address, ASK_AGAIN, tag, true);
  }

  private static Kind unkept(String address) {
    return new Kind(address, "no-store", Tag.NONE, true);
  }

  private static List<Kind> kinds(RadCase educator) {
    var made = ImagedCase.madeBy(educator);
    var manifest = educator.get(made.manifest()).json();
    var frame = manifest.at("/series/0/frames/0/href").asText();
    var version = frame.substring(frame.indexOf("?v="));
    awaitPacked(educator, made.file());
    awaitPacked(educator, frame);
    var page = educator.get("").text();
    var assets = Pattern.compile("assets/[^\"]+\\.(css|js|svg)")
        .matcher(page)
        .results()
        .map(found -> found.group())
        .distinct()
        .limit(3)
        .map(asset -> new Kind(asset, "public, max-age=31536000, immutable", Tag.STRONG, false));
    var others = Stream.of(
        json(made.address(), Tag.STRONG),
        json("api/cases?limit=24", Tag.WEAK),
        json("api/cases?limit=2&sort=title", Tag.WEAK),
        json(made.manifest(), Tag.WEAK),
        bytes(frame),
        new Kind(made.frame(), ASK_AGAIN, Tag.STRONG, false),
        bytes(made.file() + version),
        new Kind(made.file(), ASK_AGAIN, Tag.STRONG, false),
        bytes(made.rendered() + version),
        bytes(made.thumbnail() + version),
        unkept("api/auth/me"),
        unkept("api/cases/" + made.study()),
        unkept("api/nothing-here"),
        unkept("assets/nothing-here.js"),
        new Kind(made.file() + "1", "no-store", Tag.NONE, false));
    return Stream.concat(others, assets).toList();
  }

  /** What is packed in the background gets another tag, which is to happen before these tests look. */
  private static void awaitPacked(RadCase educator, String address) {
    var plain = educator.get(address).header("ETag");
    assertThat(Deadline.ofSeconds(60).until(() -> !educator
            .get(address, "Accept", "image/jls, */*", "Accept-Encoding", "gzip")
            .header("ETag")
            .equals(plain)))
        .as(address)
        .isTrue();
  }

  @Test
  void each_kind_may_be_kept_as_the_table_says(RadCase radcase) {
    for (var kind : kinds(radcase)) {
      var answer = radcase.get(kind.address, "Accept-Encoding", "gzip");

      assertThat(answer.header("Cache-Control")).as(kind.address).isEqualTo(kind.cacheControl);
      assertThat(answer.header("ETag"))
          .as(kind.address)
          .matches(
              switch (kind.tag) {
                case STRONG -> "\"[^\"]+\"";
                case WEAK -> "W/\"[^\"]+\"";
                case NONE -> "";
              });
      if (kind.codable) {
        assertThat(answer.header("Vary")).as(kind.address).containsIgnoringCase("Accept-Encoding");
      }
    }
  }

  @Test
  void strong_tags_differ_by_coding_and_weak_ones_do_not(RadCase radcase) {
    for (var kind : kinds(radcase)) {
      var plain = radcase.get(kind.address, "X-No-Compression", "1");
      for (var coding : List.of("gzip", "deflate", "br")) {
        var coded = radcase.get(kind.address, "Accept-Encoding", coding);
        if (coded.header("Content-Encoding").isEmpty() || kind.tag == Tag.WEAK) {
          assertThat(coded.header("ETag")).as(kind.address).isEqualTo(plain.header("ETag"));
        } else if (kind.tag == Tag.STRONG) {
          assertThat(coded.header("ETag")).as(kind.address).isNotEqualTo(plain.header("ETag"));
        }
        assertThat(coded.header("Vary")).as(kind.address).isEqualTo(plain.header("Vary"));
        assertThat(coded.bytes().length).isLessThanOrEqualTo(plain.bytes().length);
      }
    }
  }

  @Test
  void what_has_a_tag_is_not_sent_twice(RadCase radcase) {
    for (var kind : kinds(radcase)) {
      if (kind.tag == Tag.NONE) continue;
      for (var coding : List.of("identity", "gzip")) {
        var first = radcase.get(kind.address, "Accept-Encoding", coding);
        var tag = first.header("ETag");
        var weak = tag.startsWith("W/") ? tag : "W/" + tag;
        for (var known : List.of(tag, weak, "\"other\", " + tag, "*")) {
          var again = radcase.get(kind.address, "Accept-Encoding", coding, "If-None-Match", known);

          assertThat(again.status()).as(kind.address + " " + known).isEqualTo(304);
          assertThat(again.bytes()).isEmpty();
          for (var same : List.of("ETag", "Cache-Control", "Vary")) {
            assertThat(again.header(same)).as(kind.address).isEqualTo(first.header(same));
          }
          for (var none : List.of("Content-Encoding", "Content-Range")) {
            assertThat(again.headers(none)).as(kind.address + " " + none).isEmpty();
          }
        }
        var other = radcase.get(
            kind.address, "Accept-Encoding", coding, "If-None-Match", "\"other\", W/\"more\"");
        assertThat(other.status()).as(kind.address).isEqualTo(200);
      }
    }
  }

  @Test
  void a_head_has_the_headers_of_the_get_and_no_body(RadCase radcase) {
    for (var kind : kinds(radcase)) {
      for (var coding : List.of("identity", "gzip")) {
        var get = radcase.get(kind.address, "Accept-Encoding", coding);
        var head = radcase.send("HEAD", kind.address, "", "", "Accept-Encoding", coding);

        assertThat(head.status()).as(kind.address).isEqualTo(get.status());
        assertThat(head.bytes()).as(kind.address).isEmpty();
        assertThat(named(head)).as(kind.address + " " + coding).isEqualTo(named(get));
      }
    }
  }

  /** The headers that do not differ from one request to the next; a HEAD may leave out the length. */
  private static TreeSet<String> named(Answer answer) {
    var ofEachRequest = List.of(
        "date",
        "x-request-id",
        "x-response-time",
        "server-timing",
        "content-length",
        "transfer-encoding",
        "x-cache",
        "cache-status");
    var lines = new TreeSet<String>();
    answer.response().headers().map().forEach((name, values) -> {
      if (!ofEachRequest.contains(name.toLowerCase(Locale.ROOT))) {
        lines.add(name.toLowerCase(Locale.ROOT) + ": " + values);
      }
    });
    return lines;
  }

  @Test
  void bytes_come_in_part_and_all_else_whole(RadCase radcase) {
    for (var kind : kinds(radcase)) {
      if (kind.tag == Tag.NONE) continue;
      var whole = radcase.get(kind.address);
      var length = whole.bytes().length;
      var part = radcase.get(kind.address, "Range", "bytes=1-2", "If-Range", whole.header("ETag"));
      if (!whole.header("Accept-Ranges").equals("bytes")) {
        assertThat(part.status()).as(kind.address).isEqualTo(200);
        continue;
      }

      assertThat(part.status()).as(kind.address).isEqualTo(206);
      assertThat(part.bytes()).containsExactly(whole.bytes()[1], whole.bytes()[2]);
      assertThat(part.header("Content-Range")).isEqualTo("bytes 1-2/" + length);
      assertThat(part.header("ETag")).isEqualTo(whole.header("ETag"));
      var stale =
          List.of("\"other\"", "W/" + whole.header("ETag"), "Sun, 22 Nov 2026 08:00:00 GMT");
      for (var ifRange : stale) {
        assertThat(radcase
                .get(kind.address, "Range", "bytes=1-2", "If-Range", ifRange)
                .status())
            .as(ifRange)
            .isEqualTo(200);
      }
      var beyond = radcase.get(kind.address, "Range", "bytes=" + length + "-");
      Expect.problem(beyond, 416, "range.not-satisfiable");
      assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + length);
      assertThat(beyond.header("Cache-Control")).isEqualTo("no-store");
    }
    assertThat(kinds(radcase))
        .anyMatch(kind -> radcase.get(kind.address).header("Accept-Ranges").equals("bytes"));
  }
}
