package org.radcase.platform.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.radcase.platform.problem.HttpProblem;

/** Refuses headers that JAX-RS cannot read; Jersey itself would answer with a bare 400. */
@Provider
@PreMatching
public class MalformedHeadersFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    check("Accept", request::getAcceptableMediaTypes);
    check("Accept-Language", request::getAcceptableLanguages);
    check("Content-Type", request::getMediaType);
  }

  private interface Reading {
    Object read();
  }

  private static void check(String header, Reading reading) {
    try {
      reading.read();
    } catch (RuntimeException e) {
      throw HttpProblem.MALFORMED_REQUEST.because("The header " + header + " is malformed");
    }
  }
}
