package org.radcase.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.platform.files.FilePieces;
import org.radcase.platform.files.FilePieces.Piece;

/** Bytes of files, by a real Tomcat. Source: RFC 9110 §13 and §14. */
class SendFileTest {
  private static final String TAG = "\"abc-file\"";
  private static final byte[] CONTENT = content();

  /** Which files Tomcat was told to send; an empty text for none. */
  private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();

  @TempDir
  Path folder;

  private Path file;
  private EmbeddedTomcat server;
  private FilePieces pieces;

  @BeforeEach
  void begin() throws IOException {
    file = Files.write(folder.resolve("content"), CONTENT);
    pieces = FilePieces.whole(file, CONTENT.length);
    server = new EmbeddedTomcat(
        "",
        (request, response) -> response.setStatus(418),
        new FileFilter(List.of((request, path) -> Optional.of(answer()))),
        new Watching());
  }

  @AfterEach
  void end() throws Exception {
    server.close();
  }

  private FileAnswer answer() {
    return new FileAnswer(
        pieces,
        "application/dicom",
        TAG,
        true,
        Map.of("Vary", "Accept-Encoding"),
        Map.of("Content-Encoding", "gzip"));
  }

  private final class Watching extends StagedFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected Stage stage() {
      return Stage.SIGN_IN;
    }

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      chain.doFilter(request, response);
      @Nullable Object name = request.getAttribute("org.apache.tomcat.sendfile.filename");
      sent.add(name == null ? "" : name.toString());
    }
  }

  private static byte[] content() {
    var bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void a_long_file_is_sent_by_the_container_itself() {
    var answer = server.get("Accept-Encoding", "gzip");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(CONTENT);
    assertThat(header(answer, "Content-Length")).isEqualTo("" + CONTENT.length);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/dicom");
    assertThat(header(answer, "ETag")).isEqualTo(TAG);
    assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(answer, "Cache-Control")).contains("private", "immutable");
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "X-Response-Time")).isNotEmpty();
    assertThat(sent).containsExactly(file.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-199999, 0, 200000",
    "bytes=100000-, 100000, 300000",
    "bytes=-100000, 200000, 300000",
    "bytes=250000-999999, 250000, 300000",
    "bytes=7-9, 7, 10"
  })
  void a_range_is_that_part_of_it(String range, int from, int to) {
    for (var ifRange : List.of("", TAG)) {
      var answer = ifRange.isEmpty()
          ? server.get("Range", range)
          : server.get("Range", range, "If-Range", ifRange);

      assertThat(answer.statusCode()).isEqualTo(206);
      assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(CONTENT, from, to));
      assertThat(header(answer, "Content-Range"))
          .isEqualTo("bytes " + from + "-" + (to - 1) + "/" + CONTENT.length);
      assertThat(header(answer, "ETag")).isEqualTo(TAG);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"other\"", "W/\"abc-file\"", "Sun, 22 Nov 2026 08:00:00 GMT", "abc-file"})
  void a_range_of_what_may_be_something_else_is_the_whole(String ifRange) {
    var answer = server.get("Range", "bytes=0-1", "If-Range", ifRange);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(CONTENT);
  }

  @Test
  void thousands_of_ranges_are_the_whole_once() {
    var answer = server.get("Range", "bytes=" + "0-,".repeat(2_000) + "0-");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).hasSize(CONTENT.length);
  }

  @Test
  void a_range_beyond_the_end_is_told_where_that_is() {
    var answer = server.get("Range", "bytes=300000-");

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */300000");
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(header(answer, "Content-Encoding")).isEmpty();
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void a_head_has_the_headers_of_the_whole() {
    var answer = server.send("HEAD", "Range", "bytes=0-1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "Content-Length")).isEqualTo("" + CONTENT.length);
    assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
    assertThat(sent).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(strings = {TAG, "W/\"abc-file\"", "\"other\", \"abc-file\"", "*"})
  void who_has_it_is_told_so_before_a_range_is_looked_at(String ifNoneMatch) {
    var answer = server.get("If-None-Match", ifNoneMatch, "Range", "bytes=0-1");

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "ETag")).isEqualTo(TAG);
    assertThat(header(answer, "Cache-Control")).contains("immutable");
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
    for (var name : List.of("Content-Type", "Content-Encoding", "Content-Length")) {
      assertThat(answer.headers().firstValue(name)).as(name).isEmpty();
    }
    assertThat(sent).containsExactly("");
  }

  @Test
  void if_match_of_something_else_is_refused() {
    assertThat(server.get("If-Match", "\"other\"").statusCode()).isEqualTo(412);
    assertThat(server.get("If-Match", TAG).statusCode()).isEqualTo(200);
  }

  @Test
  void what_lies_in_several_pieces_is_put_together() {
    pieces = FilePieces.of(file, List.of(new Piece(0, 100_000), new Piece(200_000, 100_000)));

    var across = server.get("Range", "bytes=99999-100000");
    var whole = server.get();
    var second = server.get("Range", "bytes=100000-");

    assertThat(across.body()).containsExactly(CONTENT[99_999], CONTENT[200_000]);
    assertThat(whole.body()).hasSize(200_000).startsWith(CONTENT[0]).endsWith(CONTENT[299_999]);
    assertThat(second.body()).isEqualTo(Arrays.copyOfRange(CONTENT, 200_000, 300_000));
    assertThat(sent).containsExactly("", "", file.toString());
  }

  @Test
  void a_file_that_is_gone_or_shorter_than_it_was_is_a_problem_and_not_half_an_answer()
      throws IOException {
    Files.write(file, Arrays.copyOf(CONTENT, 200_000));
    var shorter = server.get();
    Files.delete(file);
    var gone = server.get();

    for (var answer : List.of(shorter, gone)) {
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
      assertThat(new String(answer.body(), StandardCharsets.UTF_8))
          .contains("internal.unexpected")
          .doesNotContain(folder.toString());
      for (var name : List.of("ETag", "Content-Encoding", "Content-Range", "Accept-Ranges")) {
        assertThat(answer.headers().firstValue(name)).as(name).isEmpty();
      }
    }
  }
}
