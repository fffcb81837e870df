package org.radcase.platform.cache;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.annotation.CacheRemove;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.jdbc.Database;

/** Ends an entry, and all that has its key for a tag, when the transaction of the write commits. */
@Interceptor
@CacheRemove
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@SuppressWarnings("serial") // Its bean is never passivated.
class CacheRemoveInterceptor implements Serializable {
  private static final long serialVersionUID = 1;

  private static final Map<Method, CachedMethod> METHODS = new ConcurrentHashMap<>();

  private final transient Changes changes;
  private final transient Database database;

  @Inject
  CacheRemoveInterceptor(Changes changes, Database database) {
    this.changes = changes;
    this.database = database;
  }

  @AroundInvoke
  @Nullable
  Object around(InvocationContext call) {
    var key =
        METHODS.computeIfAbsent(call.getMethod(), CacheRemoveInterceptor::known).key(call);
    var tags = new ArrayList<>(key.tags());
    tags.add(key.text());
    return database.transaction(() -> {
      var result = proceed(call);
      changes.of(tags.toArray(String[]::new));
      return result;
    });
  }

  private static @Nullable Object proceed(InvocationContext call) {
    try {
      return call.proceed();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Writers declare no checked exceptions", e);
    }
  }

  private static CachedMethod known(Method method) {
    var annotation = method.getAnnotation(CacheRemove.class);
    return new CachedMethod(
        method, annotation, annotation.cacheName(), annotation.cacheKeyGenerator());
  }
}
