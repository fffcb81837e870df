package org.radcase.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  /** As the resources of cases are. */
  @Path("cases")
  public static class Cases {
    @GET
    public void list() {}

    @POST
    public void make() {}

    @GET
    @Path("facets")
    public void facets() {}

    @GET
    @Path("{id: [0-9a-f-]+}")
    public void one() {}
  }

  /** Below those. */
  @Path("/cases/{id}/series/{series}")
  public static class Series {
    @DELETE
    public void remove() {}

    @GET
    @Path("/thumbnail/")
    public void thumbnail() {}
  }

  private final Routes routes = new Routes(List.of(Cases.class, Series.class, String.class));

  @ParameterizedTest
  @CsvSource({
    "/api/cases,/api/cases",
    "/api/cases/,/api/cases",
    "/api/cases/facets,/api/cases/facets",
    "/api/cases/0190b5f0,/api/cases/{id}",
    "/api/cases/0190b5f0/series/1.2.840,/api/cases/{id}/series/{series}",
    "/api/cases/facets/series/1.2.840,/api/cases/{id}/series/{series}",
    "/api/cases/0190b5f0/other,/api/*",
    "/api/cases/0190b5f0/series/1.2.840/more/and/more,/api/*",
    "/api/,/api/*",
    "/api/nothing,/api/*",
    "/assets/library-1a2b.js,/assets/*",
    "/health,/health/*",
    "/health/live,/health/*",
    "/metrics,/metrics",
    "/openapi.json,/openapi.json",
    "/,/*",
    "/api,/*",
    "/cases/0190b5f0,/*",
    "/.env,/*"
  })
  void a_path_is_told_by_its_template(String path, String template) {
    assertThat(routes.of(path).template()).isEqualTo(template);
  }

  @Test
  void a_slash_at_the_end_of_a_template_is_none_of_its_parts() {
    assertThat(routes.of("/api/cases/1/series/2/thumbnail").template())
        .isEqualTo("/api/cases/{id}/series/{series}/thumbnail");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,GET",
    "HEAD,HEAD",
    "OPTIONS,OPTIONS",
    "POST,POST",
    "DELETE,OTHER",
    "get,OTHER",
    "BREW,OTHER"
  })
  void only_the_methods_that_an_address_has_are_told_apart(String method, String told) {
    assertThat(routes.of("/api/cases").methodOf(method)).isEqualTo(told);
  }
}
