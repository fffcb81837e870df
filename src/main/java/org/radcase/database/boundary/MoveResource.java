package org.radcase.database.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.radcase.accounts.entity.Caller;
import org.radcase.database.control.MoveDatabase;
import org.radcase.database.control.move.MoveOrder;
import org.radcase.platform.json.Fields;

/** The move of all data to another database, while people work. */
@Path("admin/database/move")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class MoveResource {
  /** What is to be done: start, verify, switch, roll-back, finish or cancel. */
  public record OrderBody(String order) {}

  private final MoveDatabase move;
  private final Caller caller;

  @Inject
  MoveResource(MoveDatabase move, Caller caller) {
    this.move = move;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "readMove", summary = "How far the move to another database has come")
  public MoveView read() {
    return MoveView.of(move.status(caller));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "orderMove",
      summary = "Start, verify, switch, roll back, finish or cancel the move; for operators")
  @RequestBodySchema(OrderBody.class)
  @APIResponseSchema(MoveView.class)
  public MoveView order(JsonNode body) {
    var fields = new Fields(body);
    var order =
        fields.value("order", MoveOrder::of, "start, verify, switch, roll-back, finish or cancel");
    if (order.isEmpty() && !fields.hasFault("order")) {
      fields.fault("/order", "field.required", "An order is needed");
    }
    fields.check();
    return MoveView.of(move.order(caller, order.orElseThrow()));
  }
}
