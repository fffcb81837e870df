package org.radcase.accounts.control.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.accounts.control.GivenPeople;
import org.radcase.accounts.control.NewPerson;
import org.radcase.accounts.control.sessions.GivenSessions;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Username;
import org.radcase.audit.control.GivenAudit;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.json.Json;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.secrets.ServerKey;
import org.radcase.platform.time.FreshIds;
import org.radcase.testing.EachDatabase;
import org.radcase.testing.GivenSettings;
import org.radcase.testing.TurnableClock;

/** What signing in asks for, and what the audit trail has of it. */
class SignInTest {
  private static final String PASSWORD = "copper lantern quiver 42";

  private final TurnableClock clock = new TurnableClock();

  @TempDir
  Path home;

  @EachDatabase
  void the_trail_says_by_which_factors_somebody_came_in(Database database) throws IOException {
    var ada = new Ada(database);

    ada.signIn(PASSWORD, "");
    ada.enrol();
    ada.signIn(PASSWORD, ada.nextCode());

    assertThat(records())
        .containsExactly(
            "signed-in success password",
            "second-factor-changed success on",
            "signed-in success password and code");
  }

  @EachDatabase
  void the_trail_says_why_somebody_did_not_come_in(Database database) throws IOException {
    var ada = new Ada(database);
    ada.enrol();
    var code = ada.nextCode();

    refused("auth.failed", () -> ada.signIn("copper lantern quiver 43", code));
    refused("auth.code-needed", () -> ada.signIn(PASSWORD, ""));
    refused("auth.failed", () -> ada.signIn(PASSWORD, "no code"));
    ada.signIn(PASSWORD, code);
    refused("auth.failed", () -> ada.signIn(PASSWORD, code));

    assertThat(records())
        .containsExactly(
            "second-factor-changed success on",
            "signed-in refused password",
            "signed-in refused code missing",
            "signed-in refused code",
            "signed-in success password and code",
            "signed-in refused code");
  }

  @EachDatabase
  void a_first_code_that_is_wrong_is_in_the_trail_and_changes_nothing(Database database)
      throws IOException {
    var ada = new Ada(database);

    refused("auth.failed", () -> ada.confirm("no code"));

    assertThat(records()).containsExactly("second-factor-changed refused code");
    ada.signIn(PASSWORD, "");
  }

  @EachDatabase
  void who_has_two_factors_is_asked_for_both_before_one_goes(Database database) throws IOException {
    var ada = new Ada(database);
    ada.enrol();

    refused("auth.code-needed", () -> ada.makeSure(PASSWORD, ""));
    refused("auth.failed", () -> ada.makeSure(PASSWORD, "no code"));
    refused("auth.failed", () -> ada.makeSure("copper lantern quiver 43", ada.nextCode()));
    ada.makeSure(PASSWORD, ada.nextCode());

    assertThat(records())
        .containsExactly(
            "second-factor-changed success on",
            "signed-in refused code missing",
            "signed-in refused code",
            "signed-in refused password");
  }

  @EachDatabase
  void a_recovery_code_has_120_bits_counts_once_and_is_kept_as_a_hash_only(Database database) {
    var ada = new Ada(database);

    var codes = ada.enrol();

    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes)
        .allMatch(code -> new Base32().decode(code.toUpperCase(Locale.ROOT)).length == 15);
    List<String> hashes = database.read(
        sql -> sql.list("SELECT code_hash FROM recovery_code", row -> row.getString("code_hash")));
    assertThat(hashes).hasSize(10).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    ada.signIn(PASSWORD, codes.get(0));
    refused("auth.failed", () -> ada.signIn(PASSWORD, codes.get(0)));
    ada.makeSure(PASSWORD, codes.get(1));
  }

  private static void refused(String code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.kind().code()).isEqualTo(code));
  }

  /** Action, outcome and detail of each record, in their order. */
  private List<String> records() throws IOException {
    var records = new ArrayList<String>();
    try (var files = Files.list(home.resolve("trail"))) {
      for (var file : files.sorted().toList()) {
        for (var line : Files.readAllLines(file)) {
          records.add(words(Json.MAPPER.readTree(line.substring(line.indexOf('{')))));
        }
      }
    }
    return records;
  }

  private static String words(JsonNode audited) {
    return audited.path("action").asText()
        + " " + audited.path("outcome").asText()
        + " " + audited.path("detail").asText();
  }

  /** Somebody with an account, and an authenticator that counts once she has enrolled. */
  private final class Ada {
    private final SecondFactor secondFactor;
    private final SignIn signIn;
    private final Caller caller;
    private final Authenticator authenticator;

    Ada(Database database) {
      var key = new ServerKey(GivenSettings.in(home));
      var audit = GivenAudit.in(home.resolve("trail"));
      var dao = new CredentialsDao(database);
      var hashing = new PasswordHashing();
      var people = GivenPeople.of(database, clock);
      secondFactor = new SecondFactor(
          dao,
          new SealedSecrets(key),
          GivenSessions.in(database, clock),
          database,
          audit,
          key,
          clock);
      signIn = new SignIn(
          dao,
          hashing,
          secondFactor,
          new SignInThrottle(() -> 0),
          new Devices(key, new FreshIds(clock)),
          people,
          audit,
          clock);
      caller = GivenPeople.in(database).educator("Ada", "City");
      people.ensure(
          caller.person(),
          new NewPerson(
              Username.parse("ada").orElseThrow(),
              "Ada",
              caller.institution(),
              caller.role(),
              null,
              hashing.hash(PASSWORD)));
      authenticator = new Authenticator(secondFactor.begin(caller.person()).secret(), clock);
    }

    void signIn(String password, String code) {
      signIn.with("ada", password, code, null);
    }

    void makeSure(String password, String code) {
      signIn.confirm(caller.person(), password, code);
    }

    /** Returns the recovery codes. */
    List<String> enrol() {
      return confirm(authenticator.codeNow());
    }

    List<String> confirm(String code) {
      return secondFactor.confirm(caller.actor(), caller.person(), code, "no session");
    }

    /** Good now, and not used yet. */
    String nextCode() {
      clock.turn(Authenticator.STEP);
      return authenticator.codeNow();
    }
  }
}
