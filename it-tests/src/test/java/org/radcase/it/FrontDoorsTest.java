package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.it.server.Curl;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.NginxServer;
import org.radcase.it.server.TomcatServer;

/**
 * The ways to RadCase that {@code server-config} has beside plain HTTP/1.1: HTTP/2 with and without TLS by
 * Tomcat, and nginx before it. All is asked by curl.
 */
@Tag("own-server")
class FrontDoorsTest {
  private static final int SIZE = 512;
  private static final int UPLOAD_BYTES = Integer.getInteger("radcase.upload.megabytes", 60) << 20;

  private static TomcatServer server;
  private static int tlsPort;
  private static ImagedCase made;
  private static byte[] file;
  private static String instance;

  private enum Door {
    PRIOR_KNOWLEDGE("--http2-prior-knowledge"),
    TLS("--http2");

    private final String option;

    Door(String option) {
      this.option = option;
    }

    private URI base() {
      return this == TLS ? URI.create("https://localhost:" + tlsPort + "/") : server.address();
    }
  }

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    tlsPort = freePort();
    server = TomcatServer.onSqliteBeside(
        Map.of(
            "RADCASE_DEMO", "false",
            "RADCASE_ACCEPT_IDENTIFIED", "true",
            "RADCASE_TRUSTED_PROXIES", "127.0.0.1,::1",
            "CATALINA_OPTS", "-Dradcase.tls.port=" + tlsPort),
        webapps -> openTls(webapps.resolveSibling("conf")));
    var educator = server.radcase().as("educator");
    made = ImagedCase.madeBy(educator);
    var slice = slice(DicomFile.freshUid());
    file = slice.bytes();
    var upload = educator.post(made.address() + "/dicom", new Multipart().file("a.dcm", file));
    assertThat(upload.status()).as(upload.toString()).isEqualTo(200);
    instance = made.address() + "/instances/" + slice.instanceUid();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static DicomFile slice(String study) {
    var pixels = new byte[SIZE * SIZE * 2];
    new Random(1).nextBytes(pixels);
    return new DicomFile()
        .uid(DicomFile.STUDY_INSTANCE_UID, study)
        .number(0x00280010, SIZE)
        .number(0x00280011, SIZE)
        .pixels(pixels);
  }

  /** As its comment tells an administrator. */
  private static void openTls(Path conf) {
    try {
      var file = conf.resolve("server.xml");
      var text = Files.readString(file);
      assertThat(text).containsOnlyOnce("<!-- TLS >>>").containsOnlyOnce("<<< TLS -->");
      Files.writeString(file, text.replace("<!-- TLS >>>", "").replace("<<< TLS -->", ""));
      certify(conf.resolve("radcase.pem"), conf.resolve("radcase.key"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void certify(Path certificate, Path key) throws IOException {
    var openssl = new ProcessBuilder(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost",
            "-out",
            certificate.toString(),
            "-keyout",
            key.toString())
        .redirectErrorStream(true)
        .start();
    var said = new String(openssl.getInputStream().readAllBytes());
    try {
      assertThat(openssl.waitFor()).as(said).isZero();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void signIn(Curl curl, URI base) {
    var body = Given.json()
        .put("username", "educator")
        .put("password", People.PASSWORD)
        .toString();
    var reply = curl.get(
        base.resolve("api/auth/login"), "-H", "Content-Type: application/json", "-d", body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  /** What every way in has to carry: headers, codings, tags, and parts of what Tomcat sends by itself. */
  private static void readThrough(Curl curl, URI base, String version) throws IOException {
    var whole = curl.get(base.resolve(instance));
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.version()).isEqualTo(version);
    assertThat(whole.body()).isEqualTo(file);
    assertThat(whole.header("X-Request-Id")).isNotEmpty();
    var tag = whole.header("ETag");
    assertThat(curl.get(base.resolve(instance), "-H", "If-None-Match: " + tag).status())
        .isEqualTo(304);
    var part = curl.get(base.resolve(instance), "-r", "1000-400999", "-H", "If-Range: " + tag);
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(file, 1000, 401_000));
    var head = curl.get(base.resolve(instance), "-I");
    assertThat(head.header("Content-Length")).isEqualTo("" + file.length);

    var manifest = curl.get(base.resolve(made.manifest()), "-H", "Accept-Encoding: gzip");
    assertThat(manifest.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(new String(
            new GZIPInputStream(new ByteArrayInputStream(manifest.body())).readAllBytes()))
        .contains(instance.substring(instance.lastIndexOf('/') + 1));
    var teachingCase = curl.get(base.resolve(made.address()), "-H", "Accept-Encoding: gzip");
    assertThat(teachingCase.header("ETag")).matches("\"[^\"]+\"");
    assertThat(curl.get(
                base.resolve(made.address()),
                "-H",
                "Accept-Encoding: gzip",
                "-H",
                "If-None-Match: " + teachingCase.header("ETag"))
            .status())
        .isEqualTo(304);
    assertThat(curl.get(base.resolve("api/nothing-here")).header("Content-Type"))
        .startsWith("application/problem+json");
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void over_HTTP_2_all_is_as_over_HTTP_1(Door door) throws IOException {
    var curl = new Curl(door.option);
    signIn(curl, door.base());

    readThrough(curl, door.base(), "2");
  }

  /** Obsolete since RFC 9113; Tomcat 10.1.59 sends no more than a window of a first answer. */
  @Test
  void by_an_upgrade_of_HTTP_1_one_comes_to_HTTP_2() {
    var reply = new Curl("--http2").get(server.address().resolve("sign-in"));

    assertThat(reply.version()).isEqualTo("2");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void by_TLS_of_Tomcat_itself_cookies_are_of_TLS_alone() {
    var curl = new Curl();
    signIn(curl, Door.TLS.base());

    var me = curl.get(Door.TLS.base().resolve("api/auth/me"));

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.header("Strict-Transport-Security")).isNotEmpty();
  }

  /** nginx with the file of {@code server-config}, its names and ports made those of the test. */
  private static NginxServer nginx(int httpPort, int httpsPort) throws IOException {
    NginxServer.require();
    var folder = Path.of(System.getProperty("radcase.server-config")).toAbsolutePath();
    var site = Files.readString(folder.resolve("nginx/radcase.conf"));
    var conf = server.base().resolve("conf");
    for (var named : Map.of(
            "127.0.0.1:8080",
            "127.0.0.1:" + server.address().getPort(),
            "listen 80;",
            "listen 127.0.0.1:" + httpPort + ";",
            "listen 443 ssl",
            "listen 127.0.0.1:" + httpsPort + " ssl",
            "/etc/ssl/certs/radcase.pem",
            conf.resolve("radcase.pem").toString(),
            "/etc/ssl/private/radcase.key",
            conf.resolve("radcase.key").toString(),
            "server_name radcase.example.org;",
            "server_name localhost;")
        .entrySet()) {
      assertThat(site).contains(named.getKey());
      site = site.replace(named.getKey(), named.getValue());
    }
    return NginxServer.start(site, httpsPort);
  }

  @Test
  void behind_nginx_a_browser_finds_all_as_it_is() throws IOException {
    var httpPort = freePort();
    var httpsPort = freePort();
    try (var nginx = nginx(httpPort, httpsPort)) {
      var base = URI.create("https://localhost:" + httpsPort + "/");
      var curl = new Curl("--http2", "--interface", "127.0.0.1");
      signIn(curl, base);

      readThrough(curl, base, "2");

      var plain = curl.get("http://localhost:" + httpPort + "/cases/new?x=1");
      assertThat(plain.status()).isEqualTo(301);
      assertThat(plain.header("Location"))
          .isEqualTo("https://localhost:" + httpPort + "/cases/new?x=1");
      assertThat(plain.header("Server")).doesNotContain("/");
      assertThat(nginx.log()).doesNotContain("[error]", "[crit]");
    }
  }

  @Test
  void behind_nginx_a_stranger_is_sent_to_sign_in_by_the_public_scheme() throws IOException {
    var httpsPort = freePort();
    try (var nginx = nginx(freePort(), httpsPort)) {
      var base = URI.create("https://localhost:" + httpsPort + "/");
      var curl = new Curl("--http2");

      var redirect = curl.get(base.resolve("account"));
      assertThat(redirect.status()).isEqualTo(302);
      assertThat(base.resolve(redirect.header("Location")))
          .isEqualTo(base.resolve("sign-in?to=%2Faccount"));
      signIn(curl, base);
      var created = curl.get(
          base.resolve("api/cases"),
          "-H",
          "Content-Type: application/json",
          "-d",
          "{\"presentation\": \"Flank pain\"}");
      assertThat(created.status()).as(created.text()).isEqualTo(201);
      assertThat(base.resolve(created.header("Location")).toString())
          .startsWith(base + "api/cases/");
    }
  }

  @Test
  void behind_nginx_the_client_is_who_came_to_it_and_not_who_it_says_it_is() throws IOException {
    var httpsPort = freePort();
    try (var nginx = nginx(freePort(), httpsPort)) {
      var base = URI.create("https://localhost:" + httpsPort + "/");
      var curl = new Curl("--interface", "127.0.0.7", "-H", "X-Forwarded-For: 127.0.0.66");
      signIn(curl, base);

      var sessions = curl.get(base.resolve("api/auth/sessions"));

      assertThat(sessions.text()).contains("\"127.0.0.7\"").doesNotContain("127.0.0.66");
    }
  }

  @Test
  void behind_nginx_an_upload_reaches_radcase_while_it_is_sent() throws IOException {
    var httpsPort = freePort();
    try (var nginx = nginx(freePort(), httpsPort)) {
      var base = URI.create("https://localhost:" + httpsPort + "/");
      var curl = new Curl("--http2");
      signIn(curl, base);
      var spool = server.radcaseHome().resolve("spool");
      var bytes = slice(made.study()).bytes();
      var upload =
          "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.dcm\"\r\n\r\n";

      var reply = curl.send(
          body -> {
            body.write(upload.getBytes());
            body.write(bytes, 0, bytes.length / 2);
            body.flush();
            assertThat(Deadline.ofSeconds(60).until(() -> spooled(spool) > bytes.length / 4))
                .as("nginx holds it back")
                .isTrue();
            body.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
            body.write("\r\n--b--\r\n".getBytes());
          },
          base.resolve(made.address() + "/dicom"),
          "-X",
          "POST",
          "-T",
          "-",
          "-H",
          "Content-Type: multipart/form-data; boundary=b");

      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.text()).contains("\"stored\"");
    }
  }

  /** At full size: {@code -Dradcase.upload.megabytes=200}. */
  @Test
  void behind_nginx_a_large_upload_comes_whole() throws IOException {
    var httpsPort = freePort();
    try (var nginx = nginx(freePort(), httpsPort)) {
      var base = URI.create("https://localhost:" + httpsPort + "/");
      var curl = new Curl("--http2");
      signIn(curl, base);
      var study = DicomFile.freshUid();
      var teachingCase = Given.addressOf(Given.aCase(server.radcase().as("educator")));
      var files = UPLOAD_BYTES / file.length + 1;

      var reply = curl.send(
          body -> {
            for (var i = 0; i < files; i++) {
              body.write(("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + i
                      + ".dcm\"\r\n\r\n")
                  .getBytes());
              body.write(slice(study).bytes());
              body.write("\r\n".getBytes());
            }
            body.write("--b--\r\n".getBytes());
          },
          base.resolve(teachingCase + "/dicom"),
          "-X",
          "POST",
          "-T",
          "-",
          "-H",
          "Content-Type: multipart/form-data; boundary=b");

      assertThat(reply.status()).as(reply.text()).isEqualTo(200);
      assertThat(reply.text().split("\"stored\"", -1)).hasSize(files + 1);
      var kept = server.radcase().as("educator").get(teachingCase).json().path("imageCount");
      assertThat(kept.asInt()).isEqualTo(files);
      assertThat(nginx.log()).doesNotContain("[error]", "[crit]");
    }
  }

  private static long spooled(Path spool) {
    try (var files = Files.list(spool)) {
      return files.mapToLong(one -> one.toFile().length()).sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
