package org.radcase.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What RadCase logs. */
public final class Logged {
  private Logged() {}

  /** The lines that it logs meanwhile. */
  public static List<String> during(Runnable what) {
    var lines = new ArrayList<String>();
    var handler = new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    var log = Logger.getLogger("org.radcase");
    log.addHandler(handler);
    try {
      what.run();
    } finally {
      log.removeHandler(handler);
    }
    return lines;
  }
}
