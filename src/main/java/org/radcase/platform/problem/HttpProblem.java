package org.radcase.platform.problem;

/** Problems of the protocol, which no feature owns. */
public enum HttpProblem implements Problem.Kind {
  MALFORMED_REQUEST(400, "request.malformed", "The request is malformed"),
  MALFORMED_PARAMETER(400, "request.parameter", "A parameter of the request is wrong"),
  MALFORMED_JSON(400, "json.malformed", "The body is not valid JSON"),
  TOO_DEEP(400, "page.too-deep", "Numbered pages end here"),
  FORBIDDEN_REACH(403, "server.loopback-only", "This server answers only its own machine"),
  FORBIDDEN_OPERATOR(403, "server.operator-only", "This is for the server's operators"),
  CROSS_SITE(403, "request.cross-site", "The request comes from another site"),
  NOT_FOUND(404, "path.not-found", "Nothing is here"),
  METHOD_NOT_ALLOWED(405, "method.not-allowed", "This address does not take that method"),
  NOT_ACCEPTABLE(406, "media-type.not-acceptable", "No representation that the client accepts"),
  TOO_SLOW(408, "request.too-slow", "The body came too slowly"),
  PRECONDITION_FAILED(412, "precondition.failed", "The precondition does not hold"),
  BODY_TOO_LARGE(413, "body.too-large", "The body is larger than this address takes"),
  UNSUPPORTED_MEDIA_TYPE(415, "media-type.unsupported", "The body is of a type not taken here"),
  RANGE_NOT_SATISFIABLE(416, "range.not-satisfiable", "The range lies outside the representation"),
  INVALID(422, "body.invalid", "The body has faults"),
  PRECONDITION_REQUIRED(428, "precondition.required", "Say which revision you mean by If-Match"),
  REFUSED(400, "request.refused", "The request was refused"),
  UNEXPECTED(500, "internal.unexpected", "Something went wrong on the server"),
  UNAVAILABLE(503, "server.unavailable", "The server cannot answer now"),
  OVERLOADED(503, "server.overloaded", "The server has too much to do"),
  DATABASE_AWAY(503, "database.unavailable", "The database does not answer"),
  DATABASE_UNDECIDED(503, "database.undecided", "Whether the change was made is not known"),
  DISK_FULL(503, "storage.full", "The server's disk is full");

  private final int status;
  private final String code;
  private final String title;

  HttpProblem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }
}
