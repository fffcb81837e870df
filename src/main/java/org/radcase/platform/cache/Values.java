package org.radcase.platform.cache;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values of one type as bytes: JSON of the components of records, and of nothing else that they can
 * tell. A sealed interface says which of its records it is.
 */
final class Values {
  private static final ObjectMapper MAPPER = JsonMapper.builder()
      .addModules(new JavaTimeModule(), new Jdk8Module())
      .annotationIntrospector(new SealedTypes())
      .visibility(PropertyAccessor.GETTER, Visibility.NONE)
      .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
      .visibility(PropertyAccessor.FIELD, Visibility.ANY)
      .build();

  private final JavaType type;
  private final String shape;

  Values(Type type) {
    this.type = MAPPER.constructType(type);
    this.shape = Shape.of(type);
  }

  /** Other for every other kind of value. */
  String shape() {
    return shape;
  }

  byte[] write(Object value) {
    try {
      return MAPPER.writerFor(type).writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Object read(byte[] bytes) {
    try {
      return MAPPER.readValue(bytes, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Payara has older annotations than we, whose constructors differ. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private static final class Named {}

  private static final JsonTypeInfo.Value BY_NAME =
      JsonTypeInfo.Value.from(Named.class.getAnnotation(JsonTypeInfo.class));

  private static final class SealedTypes extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
        MapperConfig<?> config, Annotated annotated) {
      return annotated instanceof AnnotatedClass found && found.getRawType().isSealed()
          ? BY_NAME
          : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
      var permitted = annotated.getRawType().getPermittedSubclasses();
      return permitted == null
          ? super.findSubtypes(annotated)
          : Stream.of(permitted)
              .map(one -> new NamedType(one, one.getSimpleName()))
              .toList();
    }
  }
}
