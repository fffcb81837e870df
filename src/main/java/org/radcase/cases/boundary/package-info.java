/** Teaching cases over HTTP. */
@NullMarked
@OpenAPIDefinition(
    info = @Info(title = ApiDescription.TITLE, version = ApiDescription.VERSION),
    tags = @Tag(name = "cases", description = "Teaching cases: write, publish, find, read"),
    components =
        @Components(
            parameters = {
              @Parameter(
                  name = "modality",
                  in = ParameterIn.QUERY,
                  description = "DICOM modality; several are alternatives",
                  example = "CT",
                  schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
              @Parameter(
                  name = "bodyPart",
                  in = ParameterIn.QUERY,
                  description = "DICOM body part examined; several are alternatives",
                  example = "CHEST",
                  schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
              @Parameter(
                  name = "category",
                  in = ParameterIn.QUERY,
                  description = "Subspecialty; several are alternatives",
                  example = "chest",
                  schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
              @Parameter(
                  name = "difficulty",
                  in = ParameterIn.QUERY,
                  description = "1 to 5; several are alternatives",
                  schema = @Schema(type = SchemaType.ARRAY, implementation = Integer.class)),
              @Parameter(
                  name = "status",
                  in = ParameterIn.QUERY,
                  description = "Several are alternatives",
                  example = "published",
                  schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
              @Parameter(
                  name = "visibility",
                  in = ParameterIn.QUERY,
                  description = "Several are alternatives",
                  example = "institution",
                  schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
              @Parameter(
                  name = "author",
                  in = ParameterIn.QUERY,
                  description = "The id of a person; several are alternatives",
                  schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
              @Parameter(
                  name = "tag",
                  in = ParameterIn.QUERY,
                  description = "Without regard to case; several are alternatives",
                  schema = @Schema(type = SchemaType.ARRAY, implementation = String.class)),
              @Parameter(
                  name = "q",
                  in = ParameterIn.QUERY,
                  description =
                      "Words that must all occur, or their synonyms; \"words in quotes\" follow each"
                          + " other, -word excludes, word* and the last word may go on",
                  schema = @Schema(implementation = String.class, maxLength = 300)),
              @Parameter(
                  name = "sort",
                  in = ParameterIn.QUERY,
                  description =
                      "updatedAt, createdAt, publishedAt, difficulty or title; - for descending; with q also"
                          + " relevance, which is the default then",
                  schema = @Schema(implementation = String.class, defaultValue = "-updatedAt"))
            }))
package org.radcase.cases.boundary;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.NullMarked;
import org.radcase.platform.http.ApiDescription;
