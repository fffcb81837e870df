package org.radcase.platform.cache;

import java.util.List;
import javax.cache.annotation.GeneratedCacheKey;

/**
 * Under what something is kept.
 *
 * @param text readable, as product and administrators know it; also a tag of its own
 * @param tags what else ends it
 */
public record CachedKey(String text, List<String> tags) implements GeneratedCacheKey {
  private static final long serialVersionUID = 1;

  public CachedKey {
    tags = List.copyOf(tags);
  }

  public static CachedKey of(CacheName cache, String rest, String... tags) {
    return new CachedKey(cache.prefix() + rest, List.of(tags));
  }
}
