package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.cache.annotation.CacheResult;
import org.radcase.cases.entity.CaseId;
import org.radcase.studies.entity.InstanceUid;
import org.radcase.studies.entity.StoredInstance;

/** The shelf of what is needed to send an instance. Rights are the caller's to check. */
@ApplicationScoped
class ShownInstances {
  private final ShownDao dao;

  @Inject
  ShownInstances(ShownDao dao) {
    this.dao = dao;
  }

  /** Nothing if the case does not show it. */
  @CacheResult(cacheName = "dicom-metadata", cacheKeyGenerator = ShownKeys.class)
  public Optional<StoredInstance> find(CaseId id, InstanceUid instance) {
    return dao.find(id, instance);
  }
}
