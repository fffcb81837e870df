package org.radcase.viewing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.radcase.viewing.entity.Measure;

class VisitBodyTest {
  @Test
  void what_is_described_is_what_is_read() {
    var described = Stream.of(VisitBody.class.getRecordComponents()).map(RecordComponent::getName);
    var read = Stream.concat(
        Stream.of("device", "connection"), Stream.of(Measure.values()).map(Measure::term));

    assertThat(described).containsExactlyElementsOf(read.toList());
  }
}
