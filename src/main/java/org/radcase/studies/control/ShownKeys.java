package org.radcase.studies.control;

import java.lang.annotation.Annotation;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.GeneratedCacheKey;
import org.radcase.platform.cache.CacheName;
import org.radcase.platform.cache.CachedKey;

/** An instance ends with every write to its case, as its manifest does. */
public class ShownKeys implements CacheKeyGenerator {
  @Override
  public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> call) {
    var parameters = call.getKeyParameters();
    var id = String.valueOf(parameters[0].getValue());
    return CachedKey.of(
        CacheName.DICOM_METADATA,
        id + ":" + parameters[1].getValue(),
        CacheName.CASES.prefix() + id);
  }
}
