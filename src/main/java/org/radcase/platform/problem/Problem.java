package org.radcase.platform.problem;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error that its client can understand. Source: RFC 9457. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** One kind of problem; an enum constant of a feature. The code is a promise and never changes. */
  public interface Kind {
    /** The HTTP status, 400 to 599. */
    int status();

    /** For programs, such as {@code case.not-found}. */
    String code();

    /** For people: what happened, the same for every occurrence. */
    String title();

    /** This kind, with what is particular to this occurrence. */
    default Problem because(String detail) {
      return new Problem(this, detail, List.of(), Map.of());
    }
  }

  /**
   * One fault of one field.
   *
   * @param pointer where it is in the body, as a JSON Pointer (RFC 6901)
   */
  public record Fault(String pointer, String code, String detail) {}

  private final transient Kind kind;
  private final transient List<Fault> faults;
  private final transient Map<String, String> headers;

  private Problem(Kind kind, String detail, List<Fault> faults, Map<String, String> headers) {
    super(detail, null, false, false);
    this.kind = kind;
    this.faults = faults;
    this.headers = headers;
  }

  public Kind kind() {
    return kind;
  }

  public List<Fault> faults() {
    return faults;
  }

  /** The response headers that belong to it, such as Allow or Retry-After. */
  public Map<String, String> headers() {
    return headers;
  }

  public Problem with(List<Fault> itsFaults) {
    return new Problem(kind, detail(), List.copyOf(itsFaults), headers);
  }

  public Problem withHeader(String name, String value) {
    var all = new HashMap<>(headers);
    all.put(name, value);
    return new Problem(kind, detail(), faults, Map.copyOf(all));
  }

  public Problem retryAfter(Duration wait) {
    return withHeader("Retry-After", Long.toString(wait.toSeconds()));
  }

  /** What is particular to this occurrence; safe to send. */
  public String detail() {
    @Nullable String message = getMessage();
    return message == null ? "" : message;
  }
}
