package org.radcase.platform.http;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What the API's description says of every operation. Only the build runs it, when it writes {@code
 * openapi.json}.
 */
public final class ApiDescription implements OASFilter {
  public static final String TITLE = "RadCase";

  /** Of the API, not of the release: a change that breaks clients makes it another. */
  public static final String VERSION = "1";

  static final String PROBLEM = "problem";

  /** Every operation may be answered by a problem. */
  @Override
  public @Nullable Operation filterOperation(Operation operation) {
    operation
        .getResponses()
        .addAPIResponse("default", OASFactory.createAPIResponse().ref(PROBLEM));
    return operation;
  }
}
