package org.radcase.platform.http;

import java.util.function.Predicate;
import org.radcase.platform.paging.Cursor;
import org.radcase.platform.paging.PageRequest;
import org.radcase.platform.problem.HttpProblem;

/** Reads {@code page}, {@code limit} and {@code after} of a list. */
public final class PageParameters {
  private PageParameters() {}

  /**
   * Reads them, as the last of all parameters.
   *
   * @param ours whether a well-formed cursor is one of this list and order
   * @throws org.radcase.platform.problem.Problem request.parameter for all faults of the query
   *     string; page.too-deep
   */
  public static PageRequest readAndCheck(QueryParameters parameters, Predicate<Cursor> ours) {
    var page = number(parameters, "page", 1, Integer.MAX_VALUE, 1);
    var limit = number(parameters, "limit", 1, PageRequest.MOST_ROWS, PageRequest.DEFAULT_ROWS);
    var given = parameters.one("after");
    var after = given.flatMap(Cursor::parse).filter(ours);
    if (given.isPresent() && after.isEmpty()) {
      parameters.fault("after", "must come from a Link header of this list");
    }
    if (given.isPresent() && parameters.one("page").isPresent()) {
      parameters.fault("page", "must not come together with after");
    }
    parameters.check();
    if (after.isPresent()) return new PageRequest(after.get().page(), limit, after.get());
    if (!PageRequest.hasNumber(page, limit)) {
      throw HttpProblem.TOO_DEEP.because("Go on from row " + PageRequest.DEEPEST_ROW
          + " by the next link, or narrow the list by a filter");
    }
    return new PageRequest(page, limit, null);
  }

  private static int number(
      QueryParameters parameters, String name, int least, int most, int otherwise) {
    var given = parameters.one(name);
    if (given.isEmpty()) return otherwise;
    try {
      var number = Integer.parseInt(given.get());
      if (given.get().matches("\\d+") && number >= least && number <= most) return number;
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    parameters.fault(
        name,
        most == Integer.MAX_VALUE
            ? "must be a whole number from " + least
            : "must be a whole number from " + least + " to " + most);
    return otherwise;
  }
}
