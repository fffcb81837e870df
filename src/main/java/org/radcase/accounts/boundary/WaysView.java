package org.radcase.accounts.boundary;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.DemoPeople;
import org.radcase.accounts.control.signin.PasswordRules;
import org.radcase.accounts.entity.Institution;
import org.radcase.platform.config.Settings;

/** What a stranger needs to know to become none. */
public record WaysView(
    List<String> ways,
    String registration,
    boolean needsSetUp,
    Password password,
    @Nullable Demo demo,
    List<InstitutionRef> openInstitutions) {
  /** How long passwords are, in code points. */
  public record Password(int min, int max) {}

  /** The accounts of demo mode. */
  public record Demo(String password, List<DemoAccount> people) {}

  /** One of them. */
  public record DemoAccount(String username, String name, String role) {}

  static WaysView of(
      Settings settings,
      boolean needsSetUp,
      List<DemoPeople.DemoPerson> demo,
      List<Institution> open) {
    return new WaysView(
        List.of("password"),
        settings.registration().name().toLowerCase(Locale.ROOT),
        needsSetUp,
        new Password(PasswordRules.LEAST, PasswordRules.MOST),
        demo.isEmpty() ? null : new Demo(DemoPeople.PASSWORD, accounts(demo)),
        open.stream()
            .map(it -> new InstitutionRef(it.id().toString(), it.name()))
            .toList());
  }

  private static List<DemoAccount> accounts(List<DemoPeople.DemoPerson> demo) {
    return demo.stream()
        .map(it -> new DemoAccount(it.username().value(), it.name(), it.role().term()))
        .toList();
  }
}
