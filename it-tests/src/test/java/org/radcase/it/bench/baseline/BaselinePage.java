package org.radcase.it.bench.baseline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A baseline beside the recorded one, to read: one file of HTML that needs nothing else. */
final class BaselinePage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Performance baseline</title>
      <style>
      :root { color-scheme: light dark; --ink-0: #f6f5f2; --ink-1: #fff; --line: #d8d4cc; --text: #1b1f24; --soft: #4d5660; --good: #17703a; --bad: #b3261e; --info: #0b5cad }
      @media (prefers-color-scheme: dark) { :root { --ink-0: #0b0d10; --ink-1: #12151a; --line: #2b333d; --text: #e8ebef; --soft: #a3adb9; --good: #6cc98a; --bad: #ff8a80; --info: #86c5ff } }
      body { margin: 0 auto; max-width: 1200px; padding: 24px; background: var(--ink-0); color: var(--text); font: 15px/1.5 system-ui, sans-serif }
      h1 { font-size: 22px; font-weight: 650; margin: 0 0 8px }
      p { max-width: 80ch; margin: 0 0 16px }
      p, .peer { color: var(--soft) }
      div { overflow-x: auto }
      table { width: 100%; border-collapse: collapse; background: var(--ink-1); border: 1px solid var(--line); font-variant-numeric: tabular-nums }
      th, td { padding: 6px 12px; border-top: 1px solid var(--line); text-align: right; white-space: nowrap }
      th { font-size: 13px; font-weight: 550 }
      th:first-child, td:first-child { text-align: left; white-space: normal }
      tbody th { font-size: 17px; padding-top: 24px }
      .peer { display: block; font-size: 13px }
      .good { color: var(--good) } .bad { color: var(--bad); font-weight: 650 } .info { color: var(--info) }
      </style>
      </head>
      <body>
      """;

  private static final String COLUMNS =
      """
      <thead><tr><th scope="col">Figure, and its peer</th><th scope="col">Now</th><th scope="col">Peer</th>
      <th scope="col">Ratio now</th><th scope="col">Recorded</th><th scope="col">Change</th>
      <th scope="col">Tolerance</th><th scope="col">Verdict</th></tr></thead>
      """;

  private static final String EXPLANATION =
      """
      <p>A ratio says how good a figure is beside its peer, which was measured in turns with it: 1 is as good, more is better, for times as for rates.
      Ratios are compared, not values, so that a slow machine is not taken for a slow program. ± is the spread over the turns.
      A figure is worse when its ratio fell by more than the factor 1 + tolerance.</p>
      """;

  private final Baseline now;
  private final Optional<Baseline> recorded;
  private final List<Judged> all;

  BaselinePage(Baseline now, Optional<Baseline> recorded, List<Judged> all) {
    this.now = now;
    this.recorded = recorded;
    this.all = all;
  }

  String html() {
    var groups = all.stream().map(it -> it.figure().group()).distinct().toList();
    return HEAD
        + "<h1>Performance baseline</h1>\n<p>" + counts() + "</p>\n<p>Now: " + origin(now)
        + ".<br>Recorded: " + recorded.map(BaselinePage::origin).orElse("nothing yet") + ".</p>\n"
        + EXPLANATION
        + "<div><table>\n" + COLUMNS
        + groups.stream().map(this::rows).collect(Collectors.joining())
        + "</table></div>\n</body>\n</html>\n";
  }

  /** How many figures have which verdict. */
  private String counts() {
    return Stream.of(Verdict.values())
        .map(verdict -> verdict.word() + ": "
            + all.stream().filter(it -> it.verdict() == verdict).count())
        .collect(Collectors.joining(" · "));
  }

  private static String origin(Baseline baseline) {
    return escaped(String.join(
        ", ",
        baseline.date(),
        baseline.commit().isEmpty() ? "no commit" : baseline.commit(),
        baseline.machine(),
        "JDK " + baseline.jdk()));
  }

  private String rows(String group) {
    return "<tbody><tr><th colspan=\"8\" scope=\"rowgroup\">" + escaped(group) + "</th></tr>\n"
        + all.stream()
            .filter(it -> it.figure().group().equals(group))
            .map(BaselinePage::row)
            .collect(Collectors.joining())
        + "</tbody>\n";
  }

  private static String row(Judged judged) {
    var figure = judged.figure();
    var unit = " " + figure.unit().term();
    return "<tr><td>" + escaped(figure.name())
        + "<span class=\"peer\">" + escaped(figure.peer()) + "</span></td>"
        + cell(judged.now().map(it -> number(it.value()) + unit))
        + cell(judged.now().map(it -> number(it.peerValue()) + unit))
        + cell(judged.now().map(BaselinePage::ratio))
        + cell(judged.recorded().map(BaselinePage::ratio))
        + cell(judged.change().map(it -> "× " + number(it)))
        + cell(Optional.of(percent(judged.tolerance())))
        + "<td class=\"" + style(judged.verdict()) + "\">" + judged.verdict().word()
        + "</td></tr>\n";
  }

  private static String cell(Optional<String> text) {
    return "<td>" + escaped(text.orElse("–")) + "</td>";
  }

  private static String ratio(Figure figure) {
    return number(figure.ratio()) + " ± " + percent(figure.spread());
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * part);
  }

  /** With three digits that say something. */
  static String number(double value) {
    var decimals =
        value >= 100 || value == 0 ? 0 : (int) Math.min(6, 2 - Math.floor(Math.log10(value)));
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  private static String style(Verdict verdict) {
    return switch (verdict) {
      case WORSE, GONE -> "bad";
      case BETTER -> "good";
      case NEW -> "info";
      case SAME -> "";
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
