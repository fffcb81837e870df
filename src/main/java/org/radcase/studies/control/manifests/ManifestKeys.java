package org.radcase.studies.control.manifests;

import java.lang.annotation.Annotation;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.GeneratedCacheKey;
import org.radcase.platform.cache.CacheName;
import org.radcase.platform.cache.CachedKey;

/** A manifest ends with every write to its case: whoever changes its images tells the case. */
public class ManifestKeys implements CacheKeyGenerator {
  @Override
  public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> call) {
    var id = String.valueOf(call.getKeyParameters()[0].getValue());
    return CachedKey.of(CacheName.DICOM_METADATA, id, CacheName.CASES.prefix() + id);
  }
}
