package org.radcase.platform.http;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;

/**
 * Which revisions a write means. Our strong entity tags begin with the revision, as in {@code
 * "7-full-gzip"}; what follows says only how it was sent. Source: RFC 9110 §13.1.1 and §8.8.3.
 */
public final class IfMatch {
  /** Commas and space before an entity-tag, and the tag: weak, of a revision, or another. */
  private static final Pattern NEXT_TAG = Pattern.compile(
      "\\G[ \\t,]*(W/)?\"(?:(\\d{1,9})(?:-[\\x21\\x23-\\x7e\\x80-\\xff]*)?\"|[\\x21\\x23-\\x7e\\x80-\\xff]*\")[ \\t]*(?=,|$)");

  private static final Pattern END = Pattern.compile("[ \\t,]*");

  private final boolean any;
  private final Set<Integer> revisions;

  private IfMatch(boolean any, Set<Integer> revisions) {
    this.any = any;
    this.revisions = Set.copyOf(revisions);
  }

  /**
   * Reads the header, several of them joined by commas.
   *
   * @throws org.radcase.platform.problem.Problem precondition.required if it is missing,
   *     request.malformed if it is neither a star nor a list of entity tags
   */
  public static IfMatch parse(@Nullable String header) {
    if (header == null) {
      throw HttpProblem.PRECONDITION_REQUIRED.because("Send If-Match with the ETag that you read");
    }
    if (header.strip().equals("*")) return new IfMatch(true, Set.of());
    var revisions = new HashSet<Integer>();
    var tags = NEXT_TAG.matcher(header);
    var end = 0;
    while (tags.find()) {
      end = tags.end();
      // The comparison is strong: a weak tag is well formed and means no revision.
      if (tags.group(1) == null && tags.group(2) != null) {
        revisions.add(Integer.valueOf(tags.group(2)));
      }
    }
    if (end == 0 || !END.matcher(header.substring(end)).matches()) {
      throw HttpProblem.MALFORMED_REQUEST.because("If-Match is not a list of entity tags");
    }
    return new IfMatch(false, revisions);
  }

  public boolean includes(int revision) {
    return any || revisions.contains(revision);
  }
}
