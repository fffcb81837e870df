package org.radcase.cases.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.CaseTags;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.CaseRights;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.cache.Shape;
import org.radcase.platform.http.CachePlan;
import org.radcase.platform.http.CachedRoute;

/** Keeps single cases: what everybody with the same role and rights gets. */
@Direct
class CaseRoute implements CachedRoute {
  private static final Pattern PATH = Pattern.compile("/api/cases/([0-9a-f-]{36})");
  private static final int LENGTH = "/api/cases/".length() + 36;
  private static final String SHAPE = Shape.of(CaseView.class) + Shape.of(StudyCaseView.class);
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final ReadCase readCase;

  @Inject
  CaseRoute(ReadCase readCase) {
    this.readCase = readCase;
  }

  @Override
  public Optional<CachePlan> plan(HttpServletRequest request, String path) {
    if (path.length() != LENGTH) return Optional.empty();
    var matcher = PATH.matcher(path);
    if (!matcher.matches()) return Optional.empty();
    var caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
    return CaseId.parse(matcher.group(1)).map(id -> plan(caller, id, path, request));
  }

  private CachePlan plan(Caller caller, CaseId id, String path, HttpServletRequest request) {
    var rights = readCase.as(caller, id).rights();
    // What is seen by office alone leaves a record each time; and the address has no parameters.
    if (rights.byOffice() || request.getQueryString() != null) return CachePlan.BYPASS;
    return CachePlan.of(path, audience(caller, rights), "", () -> CaseTags.of(id), LIFE, SHAPE);
  }

  private static String audience(Caller caller, CaseRights rights) {
    return caller.institution() + "/" + caller.role().term() + "/"
        + rights.view().term()
        + (rights.mayEdit() ? "/edit" : "")
        + (rights.mayManage() ? "/manage" : "");
  }
}
