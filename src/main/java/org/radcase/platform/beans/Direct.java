package org.radcase.platform.beans;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * One for the application, called without a proxy: for what every request goes through several times.
 * Weld's proxies keep a stack in each thread, which cost a HIT a tenth of its time. Such a bean is made
 * with the first that it is injected into, and may not be part of a circle.
 */
@Stereotype
@Singleton
@Target(TYPE)
@Retention(RUNTIME)
public @interface Direct {}
