package org.radcase.platform.request;

import org.jspecify.annotations.Nullable;

/**
 * The request that this thread works for; work without one has {@link #NONE}.
 *
 * @param id names it, as in X-Request-Id
 * @param address of the client, without a port
 */
public record CurrentRequest(String id, String address, TraceContext trace) {
  public static final CurrentRequest NONE = new CurrentRequest("", "", TraceContext.NONE);

  /** The attribute of a request that has the id of who sent it, for the log. */
  public static final String PERSON = "org.radcase.person";

  // One for each process: a request stays on its thread from the first filter to the last.
  @SuppressWarnings("ThreadLocalUsage")
  private static final ThreadLocal<@Nullable CurrentRequest> CURRENT = new ThreadLocal<>();

  public static CurrentRequest get() {
    var current = CURRENT.get();
    return current == null ? NONE : current;
  }

  /** To be taken back by {@link #end} before the thread goes on to another request. */
  public static void begin(CurrentRequest request) {
    CURRENT.set(request);
  }

  public static void end() {
    CURRENT.remove();
  }
}
