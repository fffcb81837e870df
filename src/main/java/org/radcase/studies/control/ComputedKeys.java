package org.radcase.studies.control;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.cache.annotation.CacheInvocationParameter;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.GeneratedCacheKey;
import org.radcase.platform.cache.CacheName;
import org.radcase.platform.cache.CachedKey;
import org.radcase.studies.entity.StoredInstance;

/**
 * What is computed of a frame never changes under its key, as the key has the frame's content: the
 * UIDs of a series may be at another institution too, with other pixels.
 */
public class ComputedKeys implements CacheKeyGenerator {
  @Override
  public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> call) {
    var cache = CacheName.of(call.getCacheName()).orElseThrow();
    var named = Stream.of(call.getKeyParameters())
        .map(parameter -> String.valueOf(parameter.getValue()))
        .collect(Collectors.joining(":"));
    var all = Stream.of(call.getAllParameters())
        .map(CacheInvocationParameter::getValue)
        .toList();
    var instance = (StoredInstance) all.get(all.size() - 2);
    var frame = all.get(all.size() - 1);
    return new CachedKey(
        cache.prefix() + named + ":" + Addresses.version(instance.sha256()) + "-" + frame,
        List.of());
  }
}
