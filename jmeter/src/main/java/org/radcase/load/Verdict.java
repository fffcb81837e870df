package org.radcase.load;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Whether a run reached its targets: a table to read, and a word. */
record Verdict(boolean passed, String text) {
  private static final String ROW = "%-26s %9s %16s %16s %16s %20s  %s%n";

  static Verdict on(Outcome outcome, Map<String, Target> targets) {
    var judge = new Judge(outcome);
    targets.forEach(judge::judge);
    var others = new TreeSet<>(outcome.requests().keySet());
    others.removeAll(targets.keySet());
    others.forEach(judge::withoutTarget);
    judge.end();
    return new Verdict(judge.passed, judge.text.toString());
  }

  private static final class Judge {
    private final Outcome outcome;
    private final StringBuilder text = new StringBuilder();
    private boolean passed = true;

    Judge(Outcome outcome) {
      this.outcome = outcome;
      row("request", "count", "p95 ms", "p99 ms", "errors %", "a minute and user", "");
    }

    void judge(String name, Target target) {
      var requests = outcome.requests().get(name);
      if (requests == null) {
        // Too short a run, or too few users, for a single one.
        var may = target.perUser() * outcome.users() * outcome.seconds() / 60 < 1;
        passed &= may;
        row(name, "0", "-", "-", "-", least(0, target.perUser()), may ? "-" : "FAIL");
        return;
      }
      var p95 = requests.percentile(0.95);
      var p99 = requests.percentile(0.99);
      var errors = requests.errorPercent();
      var perUser = requests.count() / (outcome.seconds() / 60) / outcome.users();
      var reached = p95 <= target.p95Millis()
          && p99 <= target.p99Millis()
          && errors <= target.errorPercent()
          && perUser >= target.perUser();
      passed &= reached;
      row(
          name,
          Long.toString(requests.count()),
          most("%.0f", p95, target.p95Millis()),
          most("%.0f", p99, target.p99Millis()),
          most("%.2f", errors, target.errorPercent()),
          least(perUser, target.perUser()),
          reached ? "pass" : "FAIL");
    }

    /** A request that nobody set a target for would never fail. */
    void withoutTarget(String name) {
      passed = false;
      row(
          name,
          Long.toString(outcome.requests().get(name).count()),
          "-",
          "-",
          "-",
          "-",
          "FAIL: no target");
    }

    void end() {
      if (outcome.requests().isEmpty()) {
        passed = false;
        line("Nothing was measured.");
      }
      if (!outcome.failures().isEmpty()) line("What failed, and how often:");
      outcome.failures().forEach((what, count) -> line("  " + count + " x " + what));
      line((passed ? "PASSED" : "FAILED")
          + String.format(Locale.ROOT, ": %d threads, %.0f s", outcome.users(), outcome.seconds()));
    }

    private static String most(String format, double value, double limit) {
      return compared(format, value, value <= limit ? "<=" : "> ", limit);
    }

    private static String least(double value, double limit) {
      return compared("%.2f", value, value >= limit ? ">=" : "< ", limit);
    }

    private static String compared(String format, double value, String sign, double limit) {
      return String.format(Locale.ROOT, format + " %s " + format, value, sign, limit);
    }

    private void row(String... cells) {
      text.append(String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing())
          .append('\n');
    }

    private void line(String line) {
      text.append(line).append('\n');
    }
  }
}
