package org.radcase.platform.health;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a look at something has shown.
 *
 * @param data for administrators; on Payara anybody on the machine reads it, so neither a path nor an
 *     address is in it
 */
public record Finding(boolean up, Map<String, String> data) {
  public static final Finding UP = new Finding(true, Map.of());

  /** It is not well. */
  public static Finding down(String because) {
    return new Finding(false, Map.of("because", because));
  }

  /** The same, with one thing more that an administrator may want to know. */
  public Finding with(String name, Object value) {
    var more = new LinkedHashMap<>(data);
    more.put(name, value.toString());
    return new Finding(up, more);
  }
}
