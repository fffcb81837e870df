package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

/** Sessions, headers and bodies that nobody sends by mistake. */
@ExtendWith(AtHand.class)
class HostileRequestsTest {
  private static void expectRefusal(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    if (answer.mediaType().equals("application/problem+json")) {
      Expect.problem(answer, answer.status(), answer.json().path("code").asText());
    }
    assertThat(answer.text()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void each_sign_in_makes_a_session_of_its_own_and_the_container_none(RadCase radcase) {
    var secrets = new HashSet<String>();
    for (var i = 0; i < 5; i++) {
      var answer = People.tryToSignIn(
          radcase.withCookie("JSESSIONID=0123456789ABCDEF0123456789ABCDEF"),
          "admin",
          People.PASSWORD);
      assertThat(answer.headers("Set-Cookie")).noneMatch(it -> it.contains("JSESSIONID"));
      secrets.add(People.cookie(answer));
    }
    assertThat(secrets).hasSize(5);
  }

  @Test
  void anothers_session_that_was_planted_is_not_taken_over(RadCase radcase) {
    var attacker = People.aNew(radcase, "learner");
    var victim = People.aNew(radcase, "learner");
    var username = victim.get("api/auth/me").json().path("username").asText();

    var cookie = People.signIn(attacker, username, People.PASSWORD);

    assertThat(cookie).isNotEqualTo(attacker.cookie());
    Expect.problem(attacker.get("api/auth/me"), 401, "auth.required");
    assertThat(radcase
            .withCookie(cookie)
            .get("api/auth/me")
            .json()
            .path("username")
            .asText())
        .isEqualTo(username);
  }

  @Test
  void after_signing_out_no_request_can_be_played_again(RadCase radcase) {
    var made = ImagedCase.madeBy(radcase);
    var educator = People.aNew(radcase, "educator");
    for (var address : List.of(made.address(), made.manifest(), made.frame(), made.file())) {
      assertThat(educator.get(address).status()).isEqualTo(200);
    }
    var etag = educator.get(made.address()).header("ETag");
    assertThat(educator.postJson("api/auth/logout", "{}").status()).isEqualTo(204);

    for (var address : List.of(made.address(), made.manifest(), made.frame(), made.file())) {
      Expect.problem(educator.get(address), 401, "auth.required");
      // Not even whether it is as it was.
      Expect.problem(educator.get(address, "If-None-Match", etag), 401, "auth.required");
      Expect.problem(educator.get(address, "If-None-Match", "*"), 401, "auth.required");
    }
    Expect.problem(educator.postJson("api/cases", "{}"), 401, "auth.required");
    assertThat(educator.get(made.page()).status()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer rct_",
        "Bearer rct_A",
        "bearer rct_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Bearer rct_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "Bearer rct_====================================",
        "Bearer rct_' OR 1=1 --",
        "Bearer rct_%41%41",
        "Bearer rct_\u00e4\u00f6\u00fc",
        "Bearer null",
        "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
        "Bearer a, Bearer b",
        "Basic YWRtaW46YWRtaW4=",
        "Basic \u0001",
        "Digest username=\"admin\"",
        "Negotiate TlRMTVNTUAAB",
        "\"",
        ","
      })
  void no_garbage_in_Authorization_opens_anything(String value, RadCase radcase) {
    var reply = RawHttp.to(radcase).send("GET", "/api/auth/me", "Authorization: " + value);

    assertThat(reply.status()).as(reply.text()).isIn(400, 401);
    assertThat(reply.text()).doesNotContain("Exception", "\"username\"");
  }

  @Test
  void a_token_of_ten_thousand_letters_is_none(RadCase radcase) {
    for (var scheme : List.of("Bearer rct_", "Basic ", "Bearer ")) {
      var reply = RawHttp.to(radcase)
          .send("GET", "/api/auth/me", "Authorization: " + scheme + "A".repeat(10_000));
      assertThat(reply.status()).as(reply.text()).isIn(400, 401, 431);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "radcase-session",
        "radcase-session=",
        "radcase-session=\"",
        "radcase-session=\"\"",
        "radcase-session=A; radcase-session=B; radcase-session=C",
        "radcase-session=' OR 1=1 --",
        "radcase-session=%00",
        "radcase-session=\u0001",
        "radcase-session=\u00e4\u00f6\u00fc",
        "radcase-session=a,b;;;=;=x; =y; radcase-device",
        "$Version=1; radcase-session=\"A\"; $Path=\"/\"",
        "__Host-radcase-session=A",
        "RADCASE-SESSION=A",
        ";;;;;;;;",
        "=",
        "\t"
      })
  void no_garbage_in_Cookie_opens_anything(String cookie, RadCase radcase) {
    var reply = RawHttp.to(radcase).send("GET", "/api/auth/me", "Cookie: " + cookie);

    assertThat(reply.status()).as(reply.text()).isIn(400, 401);
    assertThat(reply.text()).doesNotContain("Exception", "\"username\"");
  }

  @ParameterizedTest
  @CsvSource({"10", "150", "300", "1000"})
  void a_flood_of_cookies_breaks_nothing(int count, RadCase radcase) {
    var flood =
        IntStream.range(0, count).mapToObj(i -> "c" + i + "=x").collect(Collectors.joining("; "));

    var before = radcase.get("api/auth/me", "Cookie", flood);
    var alone = radcase.asStranger().get("api/auth/me", "Cookie", flood);

    assertThat(before.status()).as(before.toString()).isIn(200, 400, 401, 431);
    assertThat(alone.status()).as(alone.toString()).isIn(400, 401, 431);
  }

  @Test
  void one_name_with_many_values_never_makes_a_stranger_somebody(RadCase radcase) {
    var own = radcase.cookie();
    var planted = "radcase-session=" + "A".repeat(43);
    for (var cookies : List.of(own + "; " + planted, planted + "; " + own)) {
      var reply = RawHttp.to(radcase).send("GET", "/api/auth/me", "Cookie: " + cookies);
      assertThat(reply.status()).as(reply.text()).isIn(200, 401);
    }
    var twice =
        RawHttp.to(radcase).send("GET", "/api/auth/me", "Cookie: " + planted, "Cookie: " + planted);
    assertThat(twice.status()).as(twice.text()).isEqualTo(401);
  }

  @Test
  void headers_without_end_are_refused(RadCase radcase) {
    var http = RawHttp.to(radcase);
    var many = IntStream.range(0, 5_000).mapToObj(i -> "X-" + i + ": x").toArray(String[]::new);

    var one = http.send("GET", "/api/auth/me", "X-Long: " + "x".repeat(100_000));
    var lines = http.send("GET", "/api/auth/me", many);
    var target = http.send("GET", "/api/cases?q=" + "x".repeat(100_000));

    for (var reply : List.of(one, lines, target)) {
      assertThat(reply.status()).as(reply.head()).isIn(0, 400, 413, 414, 431);
    }
    assertThat(radcase.get("api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void two_lengths_of_a_body_are_refused(RadCase radcase) {
    var reply = RawHttp.to(radcase)
        .write("POST /api/auth/login HTTP/1.1\r\nHost: " + radcase.base().getAuthority()
            + "\r\nConnection: close\r\nContent-Type: application/json"
            + "\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{} ");

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"difficulty\": 1e999999999}",
        "{\"difficulty\": -1E+2147483648}",
        "{\"difficulty\": 1e-999999999}",
        "{\"difficulty\": 99999999999999999999}",
        "{\"difficulty\": 3.0000000000000000000000000000001}",
        "{\"difficulty\": \"3\"}",
        "{\"difficulty\": [3]}",
        "{\"difficulty\": {\"$gt\": 0}}",
        "{\"title\": \"\\ud800\"}",
        "{\"title\": \"\\u0000\"}",
        "{\"title\": 1e999999999}",
        "{\"__proto__\": {\"role\": \"admin\"}}",
        "{\"@type\": \"java.net.URL\", \"val\": \"http://localhost/\"}",
        "{\"@class\": \"java.util.ArrayList\"}",
        "{\"title\": \"a\", \"\\u0074itle\": \"b\"}",
        "{\"tags\": [{\"a\": 1, \"a\": 2}]}",
        "{\"title\": \"a\"} {\"title\": \"b\"}",
        "{\"title\": \"a\",}",
        "{title: \"a\"}",
        "{'title': 'a'}",
        "/* */ {}",
        "{\"difficulty\": 0x10}",
        "{\"difficulty\": 010}",
        "{\"difficulty\": +1}",
        "{\"difficulty\": Infinity}"
      })
  void JSON_that_means_two_things_or_none_is_refused(String body, RadCase radcase) {
    expectRefusal(radcase.postJson("api/cases", body));
  }

  @Test
  void JSON_bombs_are_refused_by_a_short_answer(RadCase radcase) {
    var fields = IntStream.range(0, 100_000)
        .mapToObj(i -> "\"f" + i + "\":0")
        .collect(Collectors.joining(",", "{", "}"));
    var entries = "{\"tags\": [" + "0,".repeat(500_000) + "0]}";
    var bombs = List.of(
        "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000),
        "[".repeat(10_000) + "]".repeat(10_000),
        "{\"a\":".repeat(10_000),
        fields,
        entries,
        "{\"difficulty\": " + "9".repeat(100_000) + "}",
        "{\"difficulty\": 0." + "0".repeat(100_000) + "1}",
        "{\"" + "n".repeat(1_000_000) + "\": 1}",
        "{\"title\": \"" + "\\u0041".repeat(300_000) + "\"}",
        "{\"title\": \"" + "x".repeat(10_000_000) + "\"}",
        " ".repeat(10_000_000) + "{}");
    for (var bomb : bombs) {
      var answer = radcase.postJson("api/cases", bomb);
      expectRefusal(answer);
      assertThat(answer.bytes().length).isLessThan(100_000);
    }
    assertThat(radcase.get("api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void strangers_get_no_further_with_bombs(RadCase radcase) {
    for (var address : List.of("api/auth/login", "api/auth/register", "api/auth/setup")) {
      for (var bomb : List.of(
          "{\"username\":".repeat(10_000),
          "{\"username\": \"a\", \"username\": \"b\", \"password\": \"c\"}",
          "{\"username\": \"" + "x".repeat(1_000_000) + "\", \"password\": \"x\"}",
          "{\"username\": {\"$ne\": null}, \"password\": {\"$ne\": null}}",
          "[]",
          "null",
          "")) {
        expectRefusal(radcase.asStranger().postJson(address, bomb));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1", "windows-1252"})
  void a_body_in_another_charset_is_refused(String charset, RadCase radcase) {
    var body = "{\"title\": \"\u00e4\"}".getBytes(Charset.forName(charset));

    for (var type : List.of("application/json", "application/json; charset=" + charset)) {
      var answer = radcase.send(radcase
          .request("api/cases")
          .header("Content-Type", type)
          .POST(BodyPublishers.ofByteArray(body))
          .build());
      expectRefusal(answer);
    }
  }

  @Test
  void a_byte_order_mark_is_no_JSON(RadCase radcase) {
    Expect.problem(radcase.postJson("api/cases", "\ufeff{}"), 400, "json.malformed");
  }

  @Test
  void bytes_that_are_not_UTF_8_are_no_JSON(RadCase radcase) {
    for (var bytes :
        List.of("\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00f8\u0088\u0080\u0080\u0080", "\u00ff")) {
      var body = ("{\"title\": \"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1);
      var answer = radcase.send(radcase
          .request("api/cases")
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofByteArray(body))
          .build());
      Expect.problem(answer, 400, "json.malformed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/html",
        "application/xml",
        "text/json",
        "application/jsonp",
        "application/vnd.api+json",
        "application/merge-patch+json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/json, text/plain",
        "application/octet-stream",
        "application/x-java-serialized-object",
        "image/svg+xml",
        "*/*",
        "application/*",
        "json",
        ";",
        "application/json; charset=\"",
        "application/json; charset=x-nonsense; q=\"\\"
      })
  void a_body_of_another_type_makes_nothing(String type, RadCase radcase) {
    var tag = Given.aTag();
    var body = Given.json();
    body.putArray("tags").add(tag);

    var answer = radcase.send("POST", "api/cases", type, body.toString());

    if (type.startsWith("application/json; charset")) {
      // JSON is UTF-8, whatever is said of it (RFC 8259 §8.1 and §11).
      assertThat(answer.status()).as(answer.toString()).isIn(201, 400, 415);
    } else {
      expectRefusal(answer);
      assertThat(radcase.get("api/cases?tag=" + tag).json().path("data")).isEmpty();
    }
  }
}
