package org.radcase.studies.control.intake;

import java.util.regex.Pattern;
import org.radcase.platform.jdbc.DatabaseFailure;
import org.radcase.studies.entity.Refusal;

/** Tells a full disk from other trouble; Java has no exception of its own for it. */
final class StorageFaults {
  private static final Pattern FULL = Pattern.compile(
      "No space left on device|Disk quota exceeded|File too large", Pattern.CASE_INSENSITIVE);

  private StorageFaults() {}

  static Refusal refusalFor(Exception e) {
    var isFull = e instanceof DatabaseFailure failure
        ? failure.full()
        : FULL.matcher(String.valueOf(e.getMessage())).find();
    return isFull ? Refusal.STORAGE_FULL : Refusal.STORAGE_FAILED;
  }
}
