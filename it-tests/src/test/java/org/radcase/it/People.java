package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The people of a RadCase under test, by the names that tests call them. Each comes when first asked
 * for and signs in once: hashing a password is slow on purpose. Their sessions outlive a restart.
 */
public final class People {
  /** Good enough for everybody; in demo mode it is another. */
  public static final String PASSWORD = "copper lantern quiver 42";

  private static final String DEMO_PASSWORD = "radcase-demo";

  /** Who is invited, and as what; those elsewhere belong to the second institution. */
  private static final Map<String, String> ROLES = Map.of(
      "educator", "educator",
      "educator2", "educator",
      "director", "director",
      "learner", "learner",
      "learner2", "learner",
      "admin-elsewhere", "admin",
      "educator-elsewhere", "educator",
      "learner-elsewhere", "learner");

  private interface Arrival {
    /** Returns the session's cookie. */
    String of(RadCase stranger, String who);
  }

  private final Map<String, String> cookies = new HashMap<>();
  private final Arrival arrival;
  private String elsewhere = "";

  private People(Path home) {
    arrival = (stranger, who) -> arrive(stranger, who, home);
  }

  private People(Arrival arrival) {
    this.arrival = arrival;
  }

  /** Of a server that starts for the first time: by the set-up link in its home. */
  public static People ofNewServer(Path home) {
    return new People(home);
  }

  /** The demo's accounts. */
  public static People ofDemo() {
    return new People((stranger, who) -> signIn(stranger, who, DEMO_PASSWORD));
  }

  /** Of a server that runs already: {@code -Dradcase.account.educator=username:password}. */
  public static People given() {
    return new People((stranger, who) -> {
      var account = System.getProperty("radcase.account." + who, "").split(":", 2);
      if (account.length < 2)
        throw new IllegalStateException("Tell radcase.account." + who + "=username:password");
      return signIn(stranger, account[0], account[1]);
    });
  }

  static People none() {
    return new People((stranger, who) -> {
      throw new IllegalStateException("Nobody is known at " + stranger.base());
    });
  }

  /** The cookie of that person's session, to send along. */
  synchronized String cookieOf(RadCase stranger, String who) {
    var known = cookies.get(who);
    if (known != null) return known;
    var cookie = arrival.of(stranger, who);
    cookies.put(who, cookie);
    return cookie;
  }

  private String arrive(RadCase stranger, String who, Path home) {
    if (who.equals("operator") || who.equals("admin")) {
      if (Files.exists(home.resolve("setup-link"))) setUp(stranger, home);
      return signIn(stranger, who, PASSWORD);
    }
    var role = ROLES.get(who);
    if (role == null) throw new IllegalArgumentException("Nobody is called " + who);
    var invitation = Given.json().put("role", role);
    if (role.equals("learner")) invitation.put("traineeLevel", "r2");
    var inviter = who.endsWith("-elsewhere") ? "operator" : "admin";
    if (inviter.equals("operator")) invitation.put("institution", elsewhere(stranger));
    return register(stranger, invite(stranger.as(inviter), invitation.toString()), who);
  }

  private String elsewhere(RadCase stranger) {
    if (elsewhere.isEmpty()) {
      var made =
          stranger.as("operator").postJson("api/admin/institutions", "{\"name\": \"Elsewhere\"}");
      assertThat(made.status()).as(made.toString()).isEqualTo(201);
      elsewhere = made.json().path("id").asText();
    }
    return elsewhere;
  }

  private static void setUp(RadCase stranger, Path home) {
    var body = Given.json().put("link", fragment(read(home.resolve("setup-link"))));
    body.set("operator", person("operator"));
    body.putObject("institution").put("name", "Here");
    body.set("admin", person("admin"));
    var made = stranger.postJson("api/auth/setup", body.toString());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
  }

  private static ObjectNode person(String who) {
    return Given.json().put("username", who).put("name", "The " + who).put("password", PASSWORD);
  }

  /** Returns the secret of a fresh invitation. */
  static String invite(RadCase administrator, String invitation) {
    var made = administrator.postJson("api/admin/invitations", invitation);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return fragment(made.json().path("link").asText());
  }

  /** A new learner, educator, … of the institution here, for a test that changes or ends accounts. */
  public static RadCase aNew(RadCase radcase, String role) {
    var invitation = Given.json().put("role", role);
    var link = invite(radcase.as("admin"), invitation.toString());
    var stranger = radcase.asStranger();
    return stranger.withCookie(register(stranger, link, freshName(role)));
  }

  static String freshName(String role) {
    return role + "-" + UUID.randomUUID().toString().substring(0, 13);
  }

  static String register(RadCase stranger, String link, String username) {
    var body = person(username).put("link", link);
    var made = stranger.postJson("api/auth/register", body.toString());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return cookie(made);
  }

  static Answer tryToSignIn(RadCase stranger, String username, String password) {
    var body = Given.json().put("username", username).put("password", password);
    return stranger.postJson("api/auth/login", body.toString());
  }

  public static String signIn(RadCase stranger, String username, String password) {
    var answer = tryToSignIn(stranger, username, password);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return cookie(answer);
  }

  /** The session's cookie as a browser would send it back. */
  static String cookie(Answer answer) {
    return answer.headers("Set-Cookie").stream()
        .filter(it -> it.contains("radcase-session="))
        .map(it -> it.substring(0, it.indexOf(';')))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No session's cookie came with " + answer));
  }

  static String fragment(String address) {
    return address.substring(address.indexOf('#') + 1);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
