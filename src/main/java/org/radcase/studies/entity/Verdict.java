package org.radcase.studies.entity;

import java.util.Optional;

/** What became of one file of an upload; {@code name} is the client's, and only shown. */
public sealed interface Verdict {
  String name();

  /** Durable, and shown by the case; {@code wasThere} if its bytes had been kept before. */
  record Taken(String name, SeriesUid series, InstanceUid instance, boolean wasThere)
      implements Verdict {}

  /** Nothing of it was kept. */
  record Refused(String name, Refusal refusal, String detail) implements Verdict {}

  default Optional<Taken> taken() {
    return this instanceof Taken taken ? Optional.of(taken) : Optional.empty();
  }
}
