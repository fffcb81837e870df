package org.radcase.viewing.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a case is read on, as its browser tells by pointer and screen. */
public enum Device {
  PHONE,
  TABLET,
  DESKTOP;

  public static Optional<Device> of(String term) {
    return Stream.of(values()).filter(device -> device.term().equals(term)).findFirst();
  }

  /** As in JSON and in the database. */
  public String term() {
    return name().toLowerCase(Locale.ROOT);
  }
}
