package org.radcase.platform.log;

import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.radcase.platform.request.CurrentRequest;

/**
 * A line of the log with what is known only on the thread that wrote it: some handlers make their text
 * on another one.
 */
final class Line extends LogRecord {
  private static final long serialVersionUID = 1;
  private static final SimpleFormatter MESSAGES = new SimpleFormatter();

  private final transient CurrentRequest request;
  private final String thread;

  private Line(LogRecord from, String message, CurrentRequest request, String thread) {
    super(from.getLevel(), message);
    this.request = request;
    this.thread = thread;
    setLoggerName(from.getLoggerName());
    setInstant(from.getInstant());
    setLongThreadID(from.getLongThreadID());
    setSequenceNumber(from.getSequenceNumber());
    setThrown(from.getThrown());
    setSourceClassName(from.getSourceClassName());
    setSourceMethodName(from.getSourceMethodName());
  }

  static Line of(LogRecord from, CurrentRequest request) {
    var thread = Thread.currentThread().getName();
    return new Line(from, MESSAGES.formatMessage(from), request, thread);
  }

  CurrentRequest request() {
    return request;
  }

  String thread() {
    return thread;
  }

  /** The same for handlers that know of no requests. */
  LogRecord withRequestInText() {
    if (request.id().isEmpty()) return this;
    var message = getMessage() + " [request " + request.id() + ", trace "
        + request.trace().traceId() + ", span " + request.trace().spanId() + "]";
    return new Line(this, message, request, thread);
  }
}
