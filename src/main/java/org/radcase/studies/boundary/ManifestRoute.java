package org.radcase.studies.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.CaseTags;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.cache.Shape;
import org.radcase.platform.http.CachePlan;
import org.radcase.platform.http.CachedRoute;
import org.radcase.studies.control.ReadPixels;

/** Keeps manifests. Whoever gets one has read its studies, and leaves a record of that. */
@Direct
class ManifestRoute implements CachedRoute {
  private static final Pattern PATH = Pattern.compile("/api/cases/([0-9a-f-]{36})/dicom");
  private static final int LENGTH = "/api/cases/".length() + 36 + "/dicom".length();
  private static final String SHAPE = Shape.of(ManifestView.class);
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final ReadPixels pixels;

  @Inject
  ManifestRoute(ReadPixels pixels) {
    this.pixels = pixels;
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
    var view = pixels.manifest(caller, id).seen().rights().view();
    if (request.getQueryString() != null) return CachePlan.BYPASS;
    var audience = caller.institution() + "/" + caller.role().term() + "/" + view.term();
    return CachePlan.of(path, audience, "", () -> CaseTags.of(id), LIFE, SHAPE);
  }
}
