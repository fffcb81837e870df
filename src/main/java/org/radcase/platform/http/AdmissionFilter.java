package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.startup.Stopping;

/**
 * Refuses early what would only make everything slow: 503 and when to come back. Nobody is kept
 * waiting by a body that nobody reads.
 */
@Dependent
class AdmissionFilter extends StagedFilter {
  private static final long serialVersionUID = 1;
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final transient Admission admission;
  private final transient Stopping stopping;
  private final transient HangUp hangUp;

  @Inject
  AdmissionFilter(Admission admission, Stopping stopping, Instance<HangUp> hangUp) {
    this(admission, stopping, hangUp.isResolvable() ? hangUp.get() : BrokenOffException::new);
  }

  AdmissionFilter(Admission admission, Stopping stopping, HangUp hangUp) {
    this.admission = admission;
    this.stopping = stopping;
    this.hangUp = hangUp;
  }

  @Override
  protected Stage stage() {
    return Stage.ADMIT;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // A client that keeps its connection is to find another server.
    if (stopping.hasBegun()) response.setHeader("Connection", "close");
    var priority = Priority.of(RequestPath.of(request));
    var presence = new Presence(request.getRemoteAddr());
    if (priority == Priority.WATCHING) {
      chain.doFilter(request, response);
      return;
    }
    var refused = admission.enter(presence, priority);
    if (refused.isPresent()) {
      refuse(request, response, refused.get());
      return;
    }
    try {
      var measured = MeasuredRequest.of(request, presence);
      var answer = new MeasuredResponse(response, presence);
      chain.doFilter(measured, answer);
      answer.checkSent();
      if (measured instanceof MeasuredRequest body) end(body, response, priority);
    } finally {
      admission.leave(presence);
    }
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, Admission.Reason reason)
      throws IOException {
    var hasBody = MeasuredRequest.hasBody(request);
    if (hasBody) response.setHeader("Connection", "close");
    var why = reason == Admission.Reason.ADDRESS
        ? "Your address has too many requests at once"
        : "There is too much to do at the moment";
    ProblemWriter.write(
        request, response, HttpProblem.OVERLOADED.because(why).retryAfter(COME_BACK));
    if (hasBody) breakOff(response);
  }

  /** The server would read the rest of the body, however slowly it came. */
  private void end(MeasuredRequest body, HttpServletResponse response, Priority priority)
      throws IOException {
    if (body.isTooSlow()) admission.tooSlow(priority);
    if (body.isRead()) return;
    if (!admission.isPressed() && body.skipRest()) return;
    breakOff(response);
  }

  /** An answer that is sent cannot be a problem any more, so that the server hangs up. */
  private void breakOff(HttpServletResponse response) throws IOException {
    try {
      response.flushBuffer();
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
    throw hangUp.because("Broken off: the body is not read");
  }
}
