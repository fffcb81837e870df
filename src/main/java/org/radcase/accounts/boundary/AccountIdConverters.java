package org.radcase.accounts.boundary;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.radcase.accounts.control.AccountProblem;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.accounts.entity.PersonId;

/** Reads the ids of people and institutions from paths; what is no id names nobody. */
@Provider
public class AccountIdConverters implements ParamConverterProvider {
  private static final ParamConverter<PersonId> PERSON =
      new Converter<>(PersonId::parse, AccountProblem.PERSON_NOT_FOUND);
  private static final ParamConverter<InstitutionId> INSTITUTION =
      new Converter<>(InstitutionId::parse, AccountProblem.INSTITUTION_NOT_FOUND);

  private record Converter<T>(Function<String, Optional<T>> reading, AccountProblem otherwise)
      implements ParamConverter<T> {
    @Override
    public T fromString(String given) {
      return reading.apply(given).orElseThrow(() -> otherwise.because("That is no such id"));
    }

    @Override
    public String toString(T id) {
      return String.valueOf(id);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // The type was compared.
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] annotations) {
    if (type == PersonId.class) return (ParamConverter<T>) PERSON;
    return type == InstitutionId.class ? (ParamConverter<T>) INSTITUTION : null;
  }
}
