package org.radcase.platform.cache;

import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.cache.annotation.CacheInvocationParameter;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import org.jspecify.annotations.Nullable;

/**
 * A method with a cache's annotation, and its calls as JCache's key generators see them. Without a
 * generator the key is the cache's prefix and the parameters that have {@code @CacheKey}, or all.
 */
final class CachedMethod {
  private final Method method;
  private final Annotation annotation;
  private final CacheName cache;
  private final @Nullable CacheKeyGenerator generator;
  private final List<Integer> keyPositions;

  CachedMethod(
      Method method,
      Annotation annotation,
      String cacheName,
      Class<? extends CacheKeyGenerator> generatorType) {
    this.method = method;
    this.annotation = annotation;
    this.cache = CacheName.of(cacheName)
        .orElseThrow(() -> new IllegalStateException("There is no cache " + cacheName));
    this.generator = generatorType == CacheKeyGenerator.class ? null : made(generatorType);
    this.keyPositions = keyPositions(method);
  }

  private static CacheKeyGenerator made(Class<? extends CacheKeyGenerator> type) {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no constructor without arguments", e);
    }
  }

  private static List<Integer> keyPositions(Method method) {
    var all = new ArrayList<Integer>();
    var marked = new ArrayList<Integer>();
    for (var parameter : method.getParameters()) {
      var position = all.size();
      all.add(position);
      if (parameter.isAnnotationPresent(CacheKey.class)) marked.add(position);
    }
    return List.copyOf(marked.isEmpty() ? all : marked);
  }

  CacheName cache() {
    return cache;
  }

  CachedKey key(InvocationContext call) {
    if (generator != null) return (CachedKey) generator.generateCacheKey(new Call(call));
    var text = new StringBuilder(cache.prefix());
    for (var position : keyPositions) {
      if (text.length() > cache.prefix().length()) text.append(':');
      text.append(call.getParameters()[position]);
    }
    return new CachedKey(text.toString(), List.of());
  }

  private record Parameter(Method method, Object getValue, int getParameterPosition)
      implements CacheInvocationParameter {
    @Override
    public Class<?> getRawType() {
      return method.getParameterTypes()[getParameterPosition];
    }

    @Override
    public Set<Annotation> getAnnotations() {
      return Set.of(method.getParameterAnnotations()[getParameterPosition]);
    }
  }

  private final class Call implements CacheKeyInvocationContext<Annotation> {
    private final InvocationContext call;

    Call(InvocationContext call) {
      this.call = call;
    }

    @Override
    public CacheInvocationParameter[] getAllParameters() {
      var all = new CacheInvocationParameter[call.getParameters().length];
      for (var i = 0; i < all.length; i++) all[i] = at(i);
      return all;
    }

    @Override
    public CacheInvocationParameter[] getKeyParameters() {
      var keys = new CacheInvocationParameter[keyPositions.size()];
      for (var i = 0; i < keys.length; i++) keys[i] = at(keyPositions.get(i));
      return keys;
    }

    private Parameter at(int position) {
      return new Parameter(method, call.getParameters()[position], position);
    }

    @Override
    public CacheInvocationParameter getValueParameter() {
      throw new UnsupportedOperationException("Nothing is put that a method was only given");
    }

    @Override
    public Object getTarget() {
      return call.getTarget();
    }

    @Override
    public <T> T unwrap(Class<T> wanted) {
      return wanted.cast(this);
    }

    @Override
    public Method getMethod() {
      return method;
    }

    @Override
    public Set<Annotation> getAnnotations() {
      return Set.of(method.getAnnotations());
    }

    @Override
    public Annotation getCacheAnnotation() {
      return annotation;
    }

    @Override
    public String getCacheName() {
      return cache.term();
    }
  }
}
