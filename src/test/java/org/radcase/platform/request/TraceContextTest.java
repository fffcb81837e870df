package org.radcase.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context, level 1, section 3.2. */
class TraceContextTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00f067aa0ba902b7";

  private static TraceContext of(String... traceparent) {
    return TraceContext.of(List.of(traceparent), List.of("a=1", "b=2 x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + TRACE + "-" + PARENT + "-01",
        "00-" + TRACE + "-" + PARENT + "-00",
        "01-" + TRACE + "-" + PARENT + "-01-what-the-future-will-be",
        "cc-" + TRACE + "-" + PARENT + "-01"
      })
  void a_trace_goes_on_with_a_part_of_our_own(String header) {
    var context = of(header);

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
    var context = of(header);

    assertThat(context.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
  }

  @Test
  void two_headers_are_as_none_and_each_request_without_one_has_its_own_trace() {
    var header = "00-" + TRACE + "-" + PARENT + "-01";

    assertThat(of(header, header).traceId()).isNotEqualTo(TRACE);
    assertThat(of().traceId()).isNotEqualTo(of().traceId());
  }

  @ParameterizedTest
  @CsvSource({"00, 00", "01, 01", "02, 00", "ff, 01"})
  void what_is_asked_of_others_is_a_child_with_what_its_trace_brings(String flags, String passed) {
    var context = of("00-" + TRACE + "-" + PARENT + "-" + flags);

    var child = context.child();

    assertThat(child.traceId()).isEqualTo(TRACE);
    assertThat(child.spanId()).isNotEqualTo(context.spanId()).isNotEqualTo(PARENT);
    assertThat(child.headers())
        .containsExactly(
            Map.entry("traceparent", "00-" + TRACE + "-" + child.spanId() + "-" + passed),
            Map.entry("tracestate", "a=1,b=2 x"));
  }

  @Test
  void what_no_request_asks_for_begins_a_trace() {
    var one = TraceContext.NONE.child();

    assertThat(one.headers()).containsOnlyKeys("traceparent");
    assertThat(one.headers().get("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    assertThat(one.traceId()).isNotEqualTo(TraceContext.NONE.child().traceId());
    assertThat(one.child().traceId()).isEqualTo(one.traceId());
  }

  @Test
  void the_state_of_a_trace_that_is_not_gone_on_with_or_is_malformed_is_not_passed_on() {
    assertThat(of("nonsense").child().headers()).containsOnlyKeys("traceparent");
    var header = List.of("00-" + TRACE + "-" + PARENT + "-01");
    for (var state : List.of("a=" + "x".repeat(511), "a=\u0001", "a=ä")) {
      assertThat(TraceContext.of(header, List.of(state)).child().headers())
          .as(state)
          .containsOnlyKeys("traceparent");
    }
    var longest = "a=" + "x".repeat(510);
    assertThat(TraceContext.of(header, List.of(longest)).child().headers())
        .containsEntry("tracestate", longest);
  }
}
