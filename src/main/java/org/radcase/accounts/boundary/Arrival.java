package org.radcase.accounts.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.radcase.accounts.control.sessions.Sessions;
import org.radcase.accounts.control.signin.Devices;
import org.radcase.accounts.entity.Person;
import org.radcase.accounts.entity.Username;
import org.radcase.platform.request.CurrentRequest;

/**
 * What every way of signing in ends with: a new session and its cookie. A session that the browser
 * had before ends, and none that it brings is ever taken over.
 */
@ApplicationScoped
class Arrival {
  private final Sessions sessions;
  private final Devices devices;
  private final Cookies cookies;

  @Inject
  Arrival(Sessions sessions, Devices devices, Cookies cookies) {
    this.sessions = sessions;
    this.devices = devices;
    this.cookies = cookies;
  }

  Response of(HttpServletRequest request, Person person, Response.Status status) {
    cookies
        .session(request)
        .flatMap(sessions::use)
        .ifPresent(it -> sessions.end(it.caller().person(), it.session().id()));
    var begun = begin(request, person);
    var answer = Response.status(status)
        .entity(MeView.of(person, begun.session()))
        .cookie(cookies.session(request, begun.secret()));
    var username = Optional.ofNullable(person.username()).flatMap(Username::parse);
    username.ifPresent(it -> answer.cookie(cookies.device(request, devices.mark(it))));
    return answer.build();
  }

  /** The cookie of a new session in the place of one that has ended. */
  NewCookie again(HttpServletRequest request, Person person) {
    return cookies.session(request, begin(request, person).secret());
  }

  private Sessions.Begun begin(HttpServletRequest request, Person person) {
    var agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
    return sessions.begin(person.id(), CurrentRequest.get().address(), agent);
  }

  Optional<String> mark(HttpServletRequest request) {
    return cookies.device(request);
  }

  NewCookie noSession(HttpServletRequest request) {
    return cookies.noSession(request);
  }
}
