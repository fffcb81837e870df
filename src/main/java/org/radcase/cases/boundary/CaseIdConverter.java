package org.radcase.cases.boundary;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.control.CaseProblem;
import org.radcase.cases.entity.CaseId;

/** Reads the id of a case from a path; what is no id names no case. */
@Provider
public class CaseIdConverter implements ParamConverterProvider {
  private static final ParamConverter<CaseId> CONVERTER = new ParamConverter<>() {
    @Override
    public CaseId fromString(String given) {
      return CaseId.parse(given)
          .orElseThrow(() -> CaseProblem.NOT_FOUND.because("That is not the id of a case"));
    }

    @Override
    public String toString(CaseId id) {
      return id.toString();
    }
  };

  @Override
  @SuppressWarnings("unchecked") // The type was compared.
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] annotations) {
    return type == CaseId.class ? (ParamConverter<T>) CONVERTER : null;
  }
}
