/** One filter for each HTTP concern, and the pure rules that they obey. */
@NullMarked
@OpenAPIDefinition(
    info =
        @Info(
            title = ApiDescription.TITLE,
            version = ApiDescription.VERSION,
            description = "A radiology teaching-case server. For teaching, not for diagnosis."),
    components =
        @Components(
            parameters = {
              @Parameter(
                  name = "page",
                  in = ParameterIn.QUERY,
                  description = "From 1, as far as page x limit is at most 10,000",
                  schema = @Schema(implementation = Integer.class, defaultValue = "1")),
              @Parameter(
                  name = "limit",
                  in = ParameterIn.QUERY,
                  description = "Rows of a page, 1 to 100",
                  schema = @Schema(implementation = Integer.class, defaultValue = "50")),
              @Parameter(
                  name = "after",
                  in = ParameterIn.QUERY,
                  description = "The cursor of a Link header, instead of page",
                  schema = @Schema(implementation = String.class)),
              @Parameter(
                  name = "If-Match",
                  in = ParameterIn.HEADER,
                  required = true,
                  description = "The ETag as it was received, or the revision in quotes",
                  example = "\"7-full\"",
                  schema = @Schema(implementation = String.class))
            },
            responses =
                @APIResponse(
                    name = ApiDescription.PROBLEM,
                    description = "A problem (RFC 9457); its code says which",
                    content =
                        @Content(
                            mediaType = ProblemBody.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemBody.class)))))
package org.radcase.platform.http;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.NullMarked;
