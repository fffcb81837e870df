package org.radcase.platform.http;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.radcase.platform.problem.HttpProblem;

/**
 * Reads the parameters of a query string and notes every fault, instead of stopping at the first or
 * guessing. For one request.
 */
public final class QueryParameters {
  private static final int MOST_VALUES = 50;
  private static final int MOST_CHARACTERS = 4096;
  private static final Pattern NOT_TEXT = Pattern.compile(
      "[\\p{Cc}\\ufffd]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

  private final MultivaluedMap<String, String> given;
  private final Set<String> known = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  public QueryParameters(MultivaluedMap<String, String> given) {
    this.given = given;
  }

  /** A parameter that may be given once. */
  public Optional<String> one(String name) {
    var values = all(name);
    if (values.size() > 1) fault(name, "must not be repeated");
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** A parameter that may be repeated; a fault reads as absent. */
  public List<String> all(String name) {
    known.add(name);
    var values = given.getOrDefault(name, List.of());
    if (values.size() > MOST_VALUES) {
      fault(name, "must not be repeated more than " + MOST_VALUES + " times");
      return List.of();
    }
    for (var value : values) {
      if (value.length() > MOST_CHARACTERS || NOT_TEXT.matcher(value).find()) {
        fault(name, "must be a text of at most " + MOST_CHARACTERS + " characters");
        return List.of();
      }
    }
    return values;
  }

  /** Notes what is wrong with a parameter; {@code detail} follows its name. */
  public void fault(String name, String detail) {
    faults.add(name + " " + detail);
  }

  /**
   * Ends the reading.
   *
   * @throws org.radcase.platform.problem.Problem request.parameter with every fault, unknown
   *     parameters among them
   */
  public void check() {
    given.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .limit(MOST_VALUES)
        .forEach(name -> fault(shown(name), "is not a parameter of this address"));
    if (!faults.isEmpty()) {
      throw HttpProblem.MALFORMED_PARAMETER.because(String.join("; ", faults));
    }
  }

  private static String shown(String name) {
    var most = 80;
    var text = NOT_TEXT.matcher(name).replaceAll("?");
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
