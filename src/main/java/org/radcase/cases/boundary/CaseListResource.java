package org.radcase.cases.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Role;
import org.radcase.cases.control.FindCases;
import org.radcase.cases.entity.View;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.platform.http.ListTag;
import org.radcase.platform.http.PageHeaders;
import org.radcase.platform.http.PageParameters;
import org.radcase.platform.http.QueryParameters;

/** Lists of cases. */
@Path("cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(ref = "cases")
public class CaseListResource {
  private final FindCases findCases;
  private final Caller caller;

  @Inject
  CaseListResource(FindCases findCases, Caller caller) {
    this.findCases = findCases;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listCases", summary = "One page of the cases that the query finds")
  @Parameter(ref = "modality")
  @Parameter(ref = "bodyPart")
  @Parameter(ref = "category")
  @Parameter(ref = "difficulty")
  @Parameter(ref = "status")
  @Parameter(ref = "visibility")
  @Parameter(ref = "author")
  @Parameter(ref = "tag")
  @Parameter(ref = "q")
  @Parameter(ref = "sort")
  @Parameter(ref = "page")
  @Parameter(ref = "limit")
  @Parameter(ref = "after")
  @APIResponseSchema(CaseListView.class)
  public Response list(@Context UriInfo uri) {
    var parameters = new QueryParameters(uri.getQueryParameters());
    var reader = new CaseQueryReader(parameters);
    var query = reader.query();
    var order = reader.order(query);
    var view = viewOf(caller);
    if (view == View.STUDY && order.key() == CaseOrder.Key.TITLE) {
      parameters.fault("sort", "must not be the title, which may tell the answer");
    }
    var request = PageParameters.readAndCheck(
        parameters, cursor -> cursor.order().equals(order.term()) && order.takes(cursor.key()));
    var page = findCases.as(caller, query, order, request);
    var list = CaseListView.of(page, view);
    var response = answer(list, ListTag.of(view.term(), list.facts()));
    return PageHeaders.addTo(response, page, uri.getQueryParameters()).build();
  }

  @GET
  @Path("facets")
  @Operation(operationId = "countCases", summary = "How many cases each further filter would leave")
  @Parameter(ref = "modality")
  @Parameter(ref = "bodyPart")
  @Parameter(ref = "category")
  @Parameter(ref = "difficulty")
  @Parameter(ref = "status")
  @Parameter(ref = "visibility")
  @Parameter(ref = "author")
  @Parameter(ref = "tag")
  @Parameter(ref = "q")
  @APIResponseSchema(CaseFacetsView.class)
  public Response facets(@Context UriInfo uri) {
    var parameters = new QueryParameters(uri.getQueryParameters());
    var query = new CaseQueryReader(parameters).query();
    parameters.check();
    var view = CaseFacetsView.of(findCases.facets(caller, query));
    return answer(view, ListTag.of(viewOf(caller).term(), List.of(view))).build();
  }

  /** Lists are shared by all of a role: also what a learner has revealed is without its answer. */
  private static View viewOf(Caller caller) {
    return caller.role() == Role.LEARNER ? View.STUDY : View.FULL;
  }

  private static ResponseBuilder answer(Record view, EntityTag tag) {
    return Response.ok(view).tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }
}
