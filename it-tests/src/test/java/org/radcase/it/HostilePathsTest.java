package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

/** Spellings of an address that are to lead around sign-in and the rights of a case. */
@ExtendWith(AtHand.class)
class HostilePathsTest {
  /** Payara shows whoever may see it the library's page there, whatever follows. */
  private static final String PAYARAS_HOME = "/;/";

  private static final String MARK = "Only its author reads " + UUID.randomUUID();

  private static String draft = "";

  /** The id of a draft that nobody here but the educator may see. */
  private static synchronized String draftOf(RadCase educator) {
    if (draft.isEmpty()) {
      draft = Given.aCase(educator, Given.json().put("presentation", MARK))
          .path("id")
          .asText();
    }
    return draft;
  }

  private static void expectNothing(RawHttp.Reply reply, String request) {
    assertThat(reply.status()).as("%s → %s", request, reply.text()).isLessThan(500);
    if (request.contains(PAYARAS_HOME)) {
      if (reply.status() == 200)
        assertThat(reply.head()).containsIgnoringCase("\nContent-Type: text/html");
    } else if (!reply.isOfTheConnectorAlone()) {
      assertThat(reply.status()).as("%s → %s", request, reply.text()).isNotEqualTo(200);
    }
    assertThat(reply.text())
        .as(request)
        .doesNotContain(MARK, "\"username\"", "<web-app", "Exception", "\tat ");
    assertThat(reply.head())
        .as(request)
        .doesNotContainPattern("(?im)^location: *(//|https?://[^l])");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cases/ID",
        "//api/cases/ID",
        "/./api/cases/ID",
        "/api/./cases/ID",
        "/api//cases//ID",
        "/api/cases/ID/",
        "/%61pi/cases/ID",
        "/api/%63ases/ID",
        "/API/cases/ID",
        "/Api/Cases/ID",
        "/api/cases/ID;.css",
        "/api/cases/ID;jsessionid=0123456789ABCDEF",
        "/api;x=y/cases;z/ID",
        "/;/api/cases/ID",
        "/api/cases/ID%00",
        "/api/cases/ID%00.css",
        "/api/cases/ID%20",
        "/api/cases/ID%0d%0a",
        "/api/cases/ID?/assets/x.css",
        "/api/cases/ID#/assets/x.css",
        "/api/cases/ID%23",
        "/api/cases/ID%3f",
        "/assets/../api/cases/ID",
        "/assets/x/../../api/cases/ID",
        "/assets/%2e%2e/api/cases/ID",
        "/assets/%2E%2E/api/cases/ID",
        "/assets/.%2e/api/cases/ID",
        "/assets/%252e%252e/api/cases/ID",
        "/assets/..;/api/cases/ID",
        "/assets/..;x=y/api/cases/ID",
        "/assets/..%2fapi/cases/ID",
        "/assets/..%252fapi/cases/ID",
        "/assets/..%5capi%5ccases%5cID",
        "/assets/..\\api\\cases\\ID",
        "/assets\\..\\api/cases/ID",
        "/assets/%c0%ae%c0%ae/api/cases/ID",
        "/assets/%c0%ae%c0%ae%c0%afapi/cases/ID",
        "/assets/%e0%80%ae%e0%80%ae/api/cases/ID",
        "/assets/%uff0e%uff0e/api/cases/ID",
        "/assets/\u00c0\u00ae\u00c0\u00ae/api/cases/ID",
        "/assets/%/api/cases/ID",
        "/assets/%2/api/cases/ID",
        "/health/live/../../api/cases/ID",
        "/health/live;/../../api/cases/ID",
        "/sign-in/../api/cases/ID",
        "/sign-in/..;/api/cases/ID",
        "/api/auth/login/../../cases/ID",
        "/api/auth/ways/%2e%2e/%2e%2e/cases/ID",
        "/api/auth/ways/..;/..;/cases/ID",
        "/api/auth/ways;/../../cases/ID",
        "/api/cases/ID/../../auth/../cases/ID",
        "/api/cases/ID/%2e%2e/%2e%2e/admin/users",
        "/api/admin/health/../users",
        "/api/admin/health/..;/users",
        "/api/admin/health%2f..%2fusers",
        "/api/admin/users;/../health;/../users",
        "/api/cases/ID/dicom",
        "/assets/..;/cases/ID",
        "/assets/../../../../../../../../etc/passwd",
        "/assets/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/assets/....//....//etc/passwd",
        "/assets/../WEB-INF/web.xml",
        "/assets/%2e%2e/WEB-INF/web.xml",
        "/assets/..;/WEB-INF/web.xml",
        "/assets/..%252fWEB-INF/web.xml",
        "/WEB-INF/web.xml",
        "/web-inf/web.xml",
        "/WEB-INF;/web.xml",
        "/WEB-INF%2fweb.xml",
        "/META-INF/MANIFEST.MF"
      })
  void no_spelling_of_a_path_leads_a_stranger_or_a_learner_to_a_draft(
      String spelling, RadCase radcase) {
    var target = spelling.replace("ID", draftOf(radcase));
    var http = RawHttp.to(radcase);

    expectNothing(http.send("GET", target), target);
    var learner = "Cookie: " + radcase.as("learner").cookie();
    expectNothing(http.send("GET", target, learner), target);
    expectNothing(http.send("HEAD", target, learner), "HEAD " + target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://BASE/api/cases/ID",
        "http://evil.example/api/cases/ID",
        "http://user:password@BASE/api/cases/ID",
        "https://BASE/api/cases/ID",
        "ftp://BASE/api/cases/ID",
        "http:///api/cases/ID",
        "*",
        "api/cases/ID",
        "BASE",
        ""
      })
  void nor_does_another_form_of_the_request_target(String form, RadCase radcase) {
    var target =
        form.replace("BASE", radcase.base().getAuthority()).replace("ID", draftOf(radcase));

    expectNothing(RawHttp.to(radcase).send("GET", target), target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRACE",
        "TRACK",
        "get",
        "GARBAGE",
        "PROPFIND",
        "G\u00cbT",
        "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM"
      })
  void nor_does_another_method(String method, RadCase radcase) {
    var target = "/api/cases/" + draftOf(radcase);

    for (var cookie : List.of("X-None: x", "Cookie: " + radcase.as("learner").cookie())) {
      var reply = RawHttp.to(radcase).send(method, target, cookie);
      // 501 is what RFC 9110 §15.6.2 wants for a method that nobody knows.
      if (reply.status() != 501) expectNothing(reply, method);
    }
  }

  @Test
  void a_header_does_not_change_the_method(RadCase radcase) {
    var address = "api/cases/" + draftOf(radcase);
    for (var header :
        List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
      assertThat(radcase.get(address, header, "DELETE", "If-Match", "*").status())
          .isEqualTo(200);
    }
    assertThat(radcase.get(address).json().path("presentation").asText()).isEqualTo(MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix", "X-Original-URI"})
  void a_header_does_not_change_the_path(String header, RadCase radcase) {
    var path = "/api/cases/" + draftOf(radcase);

    var reply = RawHttp.to(radcase).send("GET", "/sign-in", header + ": " + path);

    assertThat(reply.text()).doesNotContain(MARK);
    assertThat(RawHttp.to(radcase).send("GET", path, header + ": /sign-in").status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/x%0d%0aSet-Cookie:%20planted=1",
        "/cases/new?to=%0d%0aSet-Cookie:%20planted=1",
        "/sign-in?to=%0d%0aSet-Cookie:%20planted=1",
        "/x%E5%98%8A%E5%98%8DSet-Cookie:%20planted=1",
        "/%5c%5cevil.example/x",
        "/%09/evil.example",
        "/%2f%2fevil.example",
        "/.evil.example",
        "/@evil.example"
      })
  void no_path_writes_a_header_or_leads_to_another_site(String target, RadCase radcase) {
    var reply = RawHttp.to(radcase).send("GET", target);

    assertThat(reply.status()).as(reply.text()).isLessThan(500);
    assertThat(reply.head())
        .doesNotContainPattern("(?im)^set-cookie: *planted")
        .doesNotContainPattern("(?im)^location: *(//|/\\\\|\\\\|https?://evil)");
  }

  @Test
  void no_parameter_writes_a_header(RadCase radcase) {
    var cookie = "Cookie: " + radcase.cookie();
    for (var parameter : List.of("q", "tag", "modality", "sort", "after", "no-such-parameter")) {
      var reply = RawHttp.to(radcase)
          .send("GET", "/api/cases?" + parameter + "=x%0d%0aSet-Cookie:%20planted=1", cookie);

      assertThat(reply.status()).as(reply.text()).isLessThan(500);
      assertThat(reply.head()).doesNotContainPattern("(?im)^set-cookie: *planted");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost@evil.example",
        "localhost:80@evil.example",
        "evil.example:8080",
        "localhost:8080/evil.example",
        "localhost#evil.example",
        "localhost, evil.example",
        "localhost evil.example",
        "[::2]",
        ""
      })
  void another_name_in_the_Host_header_gets_no_link_to_pass_on(String host, RadCase radcase) {
    var body = "{\"role\": \"learner\"}";
    var reply = RawHttp.to(radcase)
        .write("POST /api/admin/invitations HTTP/1.1\r\nHost: " + host
            + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length() + "\r\nCookie: " + radcase.as("admin").cookie() + "\r\n\r\n" + body);

    if (!reply.isOfTheConnectorAlone())
      assertThat(reply.status()).as(reply.text()).isIn(0, 400, 403);
    assertThat(reply.text()).doesNotContain("join#");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-Host", "X-Host", "Forwarded", "X-Forwarded-Server"})
  void a_header_about_the_host_does_not_end_up_in_a_link(String header, RadCase radcase) {
    var value = header.equals("Forwarded") ? "host=evil.example" : "evil.example";

    var made = radcase
        .as("admin")
        .postJson("api/admin/invitations", "{\"role\": \"learner\"}", header, value);

    assertThat(made.status()).as(made.toString()).isIn(201, 403);
    assertThat(made.text()).doesNotContain("evil.example");
  }
}
