package org.radcase.platform.cache;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tells one kind of value from another: by the names and types of all components, however deep. An
 * entry that another version of RadCase wrote is of another shape as soon as it could be misread.
 */
public final class Shape {
  private static final int BYTES = 6;

  private final TreeSet<String> parts = new TreeSet<>();

  private Shape() {}

  /** A few digits. */
  public static String of(Type type) {
    var shape = new Shape();
    shape.add(type);
    var text = type.getTypeName() + shape.parts;
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private void add(Type type) {
    if (type instanceof ParameterizedType given) {
      add(given.getRawType());
      for (var argument : given.getActualTypeArguments()) add(argument);
    } else if (type instanceof Class<?> one && one.getName().startsWith("org.radcase.")) {
      add(one);
    }
  }

  private void add(Class<?> type) {
    if (!parts.add(describe(type))) return;
    if (type.isRecord()) {
      for (var component : type.getRecordComponents()) add(component.getGenericType());
    } else if (type.isSealed()) {
      for (var permitted : type.getPermittedSubclasses()) add((Type) permitted);
    }
  }

  private static String describe(Class<?> type) {
    var names = type.isRecord()
        ? Stream.of(type.getRecordComponents()).map(Shape::describe)
        : type.isEnum()
            ? Stream.of(type.getEnumConstants()).map(String::valueOf)
            : Stream.<String>of();
    return type.getName() + names.toList();
  }

  private static String describe(RecordComponent component) {
    return component.getName() + ":" + component.getGenericType().getTypeName();
  }
}
