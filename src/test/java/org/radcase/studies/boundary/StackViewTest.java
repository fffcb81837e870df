package org.radcase.studies.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.geometry.SliceOrder.Basis;
import org.radcase.dicom.geometry.Stack;
import org.radcase.dicom.geometry.StackFinding;
import org.radcase.platform.json.Json;

class StackViewTest {

  @Test
  void stacks_tell_where_they_begin_and_what_is_missing_in_frames_of_the_series()
      throws JsonProcessingException {
    var views = StackView.of(List.of(
        new Stack(List.of(4, 5), Basis.INSTANCE_NUMBER, OptionalDouble.empty(), List.of()),
        new Stack(
            List.of(0, 1, 2, 3),
            Basis.POSITION,
            OptionalDouble.of(2.5),
            List.of(
                new StackFinding.MissingSlices(1, 7.5, 2),
                new StackFinding.UnevenSpacing(2, 3),
                new StackFinding.Tilt(18.5),
                new StackFinding.SharedPlaces(4)))));

    assertThat(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(views)))
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                [{"first": 1, "frames": 2, "sorted": "instance-number"},
                 {"first": 3, "frames": 4, "sorted": "position", "spacing": 2.5, "warnings": [
                   {"code": "missing-slices", "after": 4, "gap": 7.5, "slices": 2},
                   {"code": "uneven-spacing", "least": 2.0, "greatest": 3.0},
                   {"code": "tilt", "degrees": 18.5},
                   {"code": "shared-places", "places": 4}]}]"""));
  }
}
