package org.radcase.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context, level 1, section 3.2. */
class TraceContextTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + TRACE + "-" + PARENT + "-01",
        "00-" + TRACE + "-" + PARENT + "-00",
        "01-" + TRACE + "-" + PARENT + "-01-what-the-future-will-be",
        "cc-" + TRACE + "-" + PARENT + "-01"
      })
  void a_trace_goes_on_with_a_part_of_our_own(String header) {
    var context = TraceContext.of(List.of(header));

    assertThat(context.traceId()).isEqualTo(TRACE);
    assertThat(context.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(PARENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "00-" + TRACE + "-" + PARENT,
        "00-" + TRACE + "-" + PARENT + "-1",
        "00-" + TRACE + "-" + PARENT + "-01-more",
        "00-" + TRACE + "-" + PARENT + "-01-",
        "ff-" + TRACE + "-" + PARENT + "-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + PARENT + "-01",
        "00-00000000000000000000000000000000-" + PARENT + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        " 00-" + TRACE + "-" + PARENT + "-01",
        "01-" + TRACE + "-" + PARENT + "-01more"
      })
  void what_is_malformed_begins_a_new_trace(String header) {
    var context = TraceContext.of(List.of(header));

    assertThat(context.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
  }

  @Test
  void two_headers_are_as_none_and_each_request_without_one_has_its_own_trace() {
    var header = "00-" + TRACE + "-" + PARENT + "-01";

    assertThat(TraceContext.of(List.of(header, header)).traceId()).isNotEqualTo(TRACE);
    assertThat(TraceContext.of(List.of()).traceId())
        .isNotEqualTo(TraceContext.of(List.of()).traceId());
  }
}
