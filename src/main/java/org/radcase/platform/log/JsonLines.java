package org.radcase.platform.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.radcase.platform.json.Json;

/** An object a line, with Tomcat's own names where it has some. */
final class JsonLines extends Formatter {
  @Override
  public String format(LogRecord logged) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("time", logged.getInstant().truncatedTo(ChronoUnit.MILLIS).toString());
    fields.put("level", logged.getLevel().getName());
    fields.put("logger", String.valueOf(logged.getLoggerName()));
    if (logged instanceof Line line) {
      fields.put("thread", line.thread());
      fields.put("message", line.getMessage());
      putRequest(line, fields);
    } else {
      fields.put("thread", Long.toString(logged.getLongThreadID()));
      fields.put("message", formatMessage(logged));
    }
    if (logged.getThrown() != null) fields.put("throwable", textOf(logged.getThrown()));
    return new String(Json.bytes(fields), StandardCharsets.UTF_8) + System.lineSeparator();
  }

  private static void putRequest(Line line, Map<String, Object> fields) {
    var request = line.request();
    if (request.id().isEmpty()) return;
    fields.put("request_id", request.id());
    fields.put("trace_id", request.trace().traceId());
    fields.put("span_id", request.trace().spanId());
  }

  private static String textOf(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
