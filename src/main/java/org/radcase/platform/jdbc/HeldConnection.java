package org.radcase.platform.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A connection that a thread has had for long.
 *
 * @param stack where that thread is, the innermost call first; a borrower returns its connection
 *     when its work ends, so the call that borrowed is always among them
 */
public record HeldConnection(String thread, Duration held, List<String> stack) {
  /** Deep enough to reach from a driver's socket to a resource. */
  private static final int DEEPEST = 60;

  public HeldConnection {
    stack = List.copyOf(stack);
  }

  /**
   * Of loans that last longer, the longest first. Nothing is noted when a connection is borrowed:
   * the stack is read from the running thread, which costs only when it is asked for.
   */
  static List<HeldConnection> of(Collection<Loan> lent, Duration longer) {
    return lent.stream()
        .filter(loan -> loan.heldNanos() >= longer.toNanos())
        .sorted((a, b) -> Long.compare(b.heldNanos(), a.heldNanos()))
        .flatMap(loan -> of(lent, loan))
        .toList();
  }

  private static Stream<HeldConnection> of(Collection<Loan> lent, Loan loan) {
    var held = Duration.ofNanos(loan.heldNanos());
    var stack = Stream.of(loan.borrower().getStackTrace())
        .limit(DEEPEST)
        .map(StackTraceElement::toString)
        .toList();
    // Given back meanwhile: the thread is elsewhere.
    if (!lent.contains(loan)) return Stream.empty();
    return Stream.of(new HeldConnection(loan.borrower().getName(), held, stack));
  }

  @Override
  public String toString() {
    return "for " + held.toSeconds() + " s by " + thread + " at\n  " + String.join("\n  ", stack);
  }
}
