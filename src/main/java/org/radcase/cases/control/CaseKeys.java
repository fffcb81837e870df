package org.radcase.cases.control;

import java.lang.annotation.Annotation;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.GeneratedCacheKey;
import org.radcase.accounts.control.AccountTags;
import org.radcase.platform.cache.CacheName;
import org.radcase.platform.cache.CachedKey;

/** A case ends with every write to it, and when its author has another name. */
public class CaseKeys implements CacheKeyGenerator {
  @Override
  public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> call) {
    return CachedKey.of(
        CacheName.CASES, String.valueOf(call.getKeyParameters()[0].getValue()), AccountTags.PEOPLE);
  }
}
