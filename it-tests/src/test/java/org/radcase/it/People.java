package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.radcase.it.server.Deadline;

/**
 * The people of a server under test, who come by as real ones do: by its set-up link and invitations.
 * Each signs in once for the whole run.
 */
public final class People {
  private static final Map<URI, People> KNOWN = new ConcurrentHashMap<>();
  private static final String DEMO_PASSWORD = "radcase-demo";

  private final URI base;
  private final boolean demo;
  private final Map<String, RadCase> signedIn = new ConcurrentHashMap<>();

  private People(URI base, boolean demo) {
    this.base = base;
    this.demo = demo;
  }

  /** Those of a server that is known already, or else has the demo's. */
  public static People at(URI base) {
    return at(base, true);
  }

  /** Those of a server that has the demo's, or was set up by {@link #setUp} at another address. */
  public static People at(URI base, boolean demo) {
    return KNOWN.computeIfAbsent(base, it -> new People(it, demo));
  }

  /** Sets a fresh server up by the link that it wrote, and invites one of each kind. */
  public static People setUp(URI base, Path home) {
    return KNOWN.computeIfAbsent(base, it -> {
      var people = new People(it, false);
      people.setUp(linkIn(home.resolve("setup-link")));
      return people;
    });
  }

  private static String linkIn(Path file) {
    try {
      assertThat(Deadline.ofSeconds(60).until(() -> Files.exists(file))).isTrue();
      var address = Files.readString(file).strip();
      return address.substring(address.indexOf('#') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void setUp(String link) {
    var body = Given.json().put("link", link);
    account(body.putObject("operator"), "operator");
    body.putObject("institution").put("name", "St. Elsewhere");
    account(body.putObject("admin"), "admin");
    var stranger = new RadCase(base);
    made(stranger.postJson("api/auth/setup", body.toString()));
    for (var username : List.of("educator", "educator2", "director", "learner", "learner2")) {
      invite(signedIn("admin"), username, null);
    }
    var city = made(signedIn("operator")
            .postJson("api/admin/institutions", Given.json().put("name", "City").toString()))
        .path("id")
        .asText();
    for (var username : List.of("admin@city", "educator@city", "learner@city")) {
      invite(signedIn("operator"), username, city);
    }
  }

  private void invite(RadCase inviter, String username, String institution) {
    var invitation = Given.json().put("role", username.replaceAll("[0-9]|@.*", ""));
    if (institution != null) invitation.put("institution", institution);
    var link = made(inviter.postJson("api/admin/invitations", invitation.toString()))
        .path("link")
        .asText();
    var account = Given.json().put("link", link.substring(link.indexOf('#') + 1));
    account(account, username);
    var answer = new RadCase(base).postJson("api/auth/register", account.toString());
    made(answer);
    signedIn.put(username, new RadCase(base, cookieOf(answer)));
  }

  private static void account(ObjectNode body, String username) {
    body.put("username", username).put("name", "The " + username).put("password", password());
  }

  /** Of everybody whom {@link #setUp} made. */
  static String password() {
    return "vesuvius lantern quiver";
  }

  private static JsonNode made(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json();
  }

  /** The server as somebody sees it who has signed in. */
  public RadCase signedIn(String username) {
    return signedIn.computeIfAbsent(
        username, it -> signIn(base, it, demo ? DEMO_PASSWORD : password()));
  }

  /** A new session of somebody. */
  static RadCase signIn(URI base, String username, String password) {
    var body = Given.json().put("username", username).put("password", password);
    var answer = new RadCase(base).postJson("api/auth/login", body.toString());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return new RadCase(base, cookieOf(answer));
  }

  /** The session's cookie that an answer sets. */
  static String cookieOf(Answer answer) {
    return answer.headers("Set-Cookie").stream()
        .filter(it -> it.contains("radcase-session="))
        .map(it -> it.substring(0, it.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }
}
