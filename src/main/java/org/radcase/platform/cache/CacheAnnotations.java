package org.radcase.platform.cache;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.util.Nonbinding;
import java.lang.annotation.Annotation;
import java.util.List;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;

/**
 * Makes JCache's annotations bind our interceptors: they are older than Jakarta. Payara has its own
 * for them, which answer from caches of its own; these are left out.
 */
public class CacheAnnotations implements Extension {
  private static final String OF_PAYARA = "fish.payara.cdi.jsr107.";

  void bind(@Observes BeforeBeanDiscovery discovery) {
    for (var annotation :
        List.<Class<? extends Annotation>>of(CacheResult.class, CacheRemove.class)) {
      discovery
          .configureInterceptorBinding(annotation)
          .methods()
          .forEach(member -> member.add(Nonbinding.Literal.INSTANCE));
    }
  }

  void leaveOut(@Observes ProcessAnnotatedType<?> found) {
    if (found.getAnnotatedType().getJavaClass().getName().startsWith(OF_PAYARA)) found.veto();
  }
}
