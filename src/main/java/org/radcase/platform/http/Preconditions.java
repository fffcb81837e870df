package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/** What the conditional headers of a read mean for it. Source: RFC 9110 §13. */
final class Preconditions {
  enum Decision {
    PROCEED,
    NOT_MODIFIED,
    FAILED
  }

  /** One entity-tag of a list, or what is not one. Source: RFC 9110 §8.8.3. */
  private static final Pattern ENTITY_TAG =
      Pattern.compile("\\G[ \\t,]*((?:W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

  private Preconditions() {}

  /** Decides about a request. */
  static Decision decide(HttpServletRequest request, @Nullable String entityTag) {
    return decide(joined(request, "If-Match"), joined(request, "If-None-Match"), entityTag);
  }

  /** Several lines of a header mean what one line with commas means. */
  private static @Nullable String joined(HttpServletRequest request, String name) {
    var lines = Collections.list(request.getHeaders(name));
    return lines.isEmpty() ? null : String.join(",", lines);
  }

  /** What FAILED is told as. */
  static Problem failed() {
    return HttpProblem.PRECONDITION_FAILED.because("If-Match names another representation");
  }

  /**
   * Decides by the steps of RFC 9110 §13.2.2, without dates: nothing of ours has Last-Modified.
   *
   * @param entityTag of the selected representation, or null if it has none
   */
  static Decision decide(
      @Nullable String ifMatch, @Nullable String ifNoneMatch, @Nullable String entityTag) {
    if (ifMatch != null && !matches(ifMatch, entityTag, true)) return Decision.FAILED;
    if (ifNoneMatch != null && matches(ifNoneMatch, entityTag, false)) {
      return Decision.NOT_MODIFIED;
    }
    return Decision.PROCEED;
  }

  private static boolean matches(String list, @Nullable String entityTag, boolean strongly) {
    if (list.strip().equals("*")) return true;
    if (entityTag == null || (strongly && isWeak(entityTag))) return false;
    return tags(list).filter(tag -> !strongly || !isWeak(tag)).anyMatch(tag -> opaque(tag)
        .equals(opaque(entityTag)));
  }

  private static Stream<String> tags(String list) {
    Matcher matcher = ENTITY_TAG.matcher(list);
    return Stream.iterate(next(matcher), Optional::isPresent, previous -> next(matcher))
        .map(Optional::get);
  }

  private static Optional<String> next(Matcher matcher) {
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean isWeak(String tag) {
    return tag.startsWith("W/");
  }

  private static String opaque(String tag) {
    return isWeak(tag) ? tag.substring(2) : tag;
  }
}
