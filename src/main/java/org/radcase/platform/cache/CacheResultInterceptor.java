package org.radcase.platform.cache;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.annotation.CacheResult;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/**
 * Gives back what a method has returned before. Of an {@code Optional} only what is there is kept; an
 * exception never is.
 */
@Interceptor
@CacheResult
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@SuppressWarnings("serial") // Its bean is never passivated.
class CacheResultInterceptor implements Serializable {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = System.getLogger("org.radcase.cache");

  private record Known(CachedMethod method, Values values) {
    static Known of(Method method) {
      var annotation = method.getAnnotation(CacheResult.class);
      return new Known(
          new CachedMethod(
              method, annotation, annotation.cacheName(), annotation.cacheKeyGenerator()),
          valuesOf(method));
    }
  }

  private static final Map<Method, Known> METHODS = new ConcurrentHashMap<>();

  private final transient Caches caches;

  @Inject
  CacheResultInterceptor(Caches caches) {
    this.caches = caches;
  }

  @AroundInvoke
  @Nullable
  Object around(InvocationContext call) throws Exception {
    if (caches.isBypassed()) return call.proceed();
    var method = METHODS.computeIfAbsent(call.getMethod(), Known::of);
    var values = method.values;
    var cache = method.method.cache();
    var key = method.method.key(call);
    var known = caches.look(cache, key.text(), values.shape());
    @Nullable Object found = known == null ? null : meaning(known, values);
    if (found != null) return given(call, found);
    var tags = new ArrayList<>(key.tags());
    tags.add(key.text());
    var fill = caches.begin(cache, tags);
    try {
      var result = call.proceed();
      var value = result instanceof Optional<?> optional ? optional.orElse(null) : result;
      if (fill != null && value != null) keep(cache, key, fill, values, value);
      return result;
    } catch (Problem e) {
      if (e.kind() != HttpProblem.DATABASE_AWAY) throw e;
      var aged = caches.aged(cache, key.text(), values.shape());
      @Nullable Object still = aged == null ? null : meaning(aged, values);
      if (still == null) throw e;
      return given(call, still);
    }
  }

  /** What cannot be read is not there. Why, is not for the log: the reader would quote what it found. */
  private static @Nullable Object meaning(Entry entry, Values values) {
    try {
      return entry.read(values::read);
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "A value of the shape " + values.shape() + " cannot be read");
      return null;
    }
  }

  private void keep(CacheName cache, CachedKey key, Fill fill, Values values, Object value) {
    try {
      caches.keep(cache, key.text(), fill, values.write(value), values.shape(), cache.life());
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "A value of " + cache.term() + " cannot be kept");
    }
  }

  private static Object given(InvocationContext call, Object value) {
    return call.getMethod().getReturnType() == Optional.class ? Optional.of(value) : value;
  }

  private static Values valuesOf(Method method) {
    var returned = method.getGenericReturnType();
    return new Values(
        method.getReturnType() == Optional.class
            ? ((ParameterizedType) returned).getActualTypeArguments()[0]
            : returned);
  }
}
