package org.radcase.studies.control.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.radcase.cases.control.CaseImages;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.BlobStore.Spooled;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.jdbc.DatabaseFailure;
import org.radcase.studies.control.Addresses;
import org.radcase.studies.control.BlobLocks;
import org.radcase.studies.control.packing.PackFrames;
import org.radcase.studies.entity.FrameMap;
import org.radcase.studies.entity.Instance;
import org.radcase.studies.entity.Refusal;

/** Makes one instance durable and visible: first its bytes, then its rows in one transaction. */
@ApplicationScoped
class StoreInstance {
  private final Database database;
  private final InstanceDao instances;
  private final CaseImages caseImages;
  private final BlobStore blobs;
  private final BlobLocks locks;
  private final PackFrames packing;

  @Inject
  StoreInstance(
      Database database,
      InstanceDao instances,
      CaseImages caseImages,
      BlobStore blobs,
      BlobLocks locks,
      PackFrames packing) {
    this.database = database;
    this.instances = instances;
    this.caseImages = caseImages;
    this.blobs = blobs;
    this.locks = locks;
    this.packing = packing;
  }

  /**
   * Returns whether the instance was there already.
   *
   * @throws RefusedException dicom.conflict
   */
  boolean store(CaseId teachingCase, Instance instance, Spooled file) throws IOException {
    // Held until the row refers to the blob: a sweep must not find it without one in between.
    var wasThere =
        locks.holding(file.sha256(), () -> keepAndRemember(teachingCase, instance, file));
    if (!(instance.frames() instanceof FrameMap.Fragments)) packing.want(file.sha256());
    return wasThere;
  }

  private boolean keepAndRemember(CaseId teachingCase, Instance instance, Spooled file)
      throws IOException {
    var isNew = blobs.keep(file);
    var remembered = false;
    try {
      var wasThere = remember(teachingCase, instance);
      remembered = true;
      return wasThere;
    } finally {
      if (isNew && !remembered) blobs.remove(file.sha256());
    }
  }

  private boolean remember(CaseId teachingCase, Instance instance) throws RefusedException {
    try {
      return result(database.transaction(() -> inTransaction(teachingCase, instance)));
    } catch (DatabaseFailure e) {
      if (!e.refusedByConstraint()) throw e;
      // Another upload was first with the same instance: now it is there to be found.
      return result(database.transaction(() -> inTransaction(teachingCase, instance)));
    }
  }

  private enum Outcome {
    NEW,
    WAS_THERE,
    OTHER_BYTES,
    OTHER_STUDY
  }

  private Outcome inTransaction(CaseId teachingCase, Instance instance) {
    var kept = instances.find(instance.institution(), instance.uid());
    if (kept.isPresent() && !kept.get().sha256().equals(instance.sha256())) {
      return Outcome.OTHER_BYTES;
    }
    var id = kept.map(InstanceDao.Kept::id).orElse("");
    if (kept.isEmpty()) {
      var series = instances.seriesFor(instance.institution(), instance.study(), instance.series());
      if (series.isEmpty()) return Outcome.OTHER_STUDY;
      id = instances.add(instance, series.get());
    }
    if (instances.show(teachingCase, id)) {
      caseImages.added(
          teachingCase,
          Addresses.ofThumbnail(teachingCase, instance.series().uid(), instance.sha256()));
    }
    return kept.isEmpty() ? Outcome.NEW : Outcome.WAS_THERE;
  }

  private static boolean result(Outcome outcome) throws RefusedException {
    return switch (outcome) {
      case NEW -> false;
      case WAS_THERE -> true;
      case OTHER_BYTES ->
        throw new RefusedException(
            Refusal.CONFLICT, "An instance of this UID is kept with other content");
      case OTHER_STUDY ->
        throw new RefusedException(
            Refusal.CONFLICT, "The Series Instance UID belongs to another study here");
    };
  }
}
