package org.radcase.platform.metrics;

/** The HTTP statuses that are told apart; of the others only the class is told. */
final class Statuses {
  private static final int[] KNOWN = {
    200, 201, 202, 204, 206, 302, 303, 304, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 414,
    415, 416, 422, 428, 429, 431, 500, 501, 502, 503, 504, 507
  };
  private static final int CLASS = 100;
  private static final int CLASSES = 6;
  private static final byte[] INDEXES = new byte[CLASS * CLASSES];

  static {
    for (var status = 0; status < INDEXES.length; status++) {
      INDEXES[status] = (byte) (KNOWN.length + status / CLASS);
    }
    for (var i = 0; i < KNOWN.length; i++) INDEXES[KNOWN[i]] = (byte) i;
  }

  private Statuses() {}

  /** How many indexes there are. */
  static int size() {
    return KNOWN.length + CLASSES;
  }

  static int indexOf(int status) {
    return INDEXES[status < 0 || status >= INDEXES.length ? 0 : status];
  }

  /** Such as {@code 404}, or {@code 4xx} for one that is not told apart. */
  static String labelOf(int index) {
    return index < KNOWN.length ? String.valueOf(KNOWN[index]) : classOf(index);
  }

  /** Such as {@code 4xx}. */
  static String classOf(int index) {
    return (index < KNOWN.length ? KNOWN[index] / CLASS : index - KNOWN.length) + "xx";
  }
}
