package org.radcase.cases.boundary;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.CaseTags;
import org.radcase.cases.entity.search.ListAudience;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.cache.Shape;
import org.radcase.platform.http.CachePlan;
import org.radcase.platform.http.CachedRoute;
import org.radcase.platform.http.NormalisedQuery;

/** Keeps lists of cases and what there is to filter by. */
@Direct
class CaseListRoute implements CachedRoute {
  private static final String LIST = "/api/cases";
  private static final Set<String> PATHS = Set.of(LIST, "/api/cases/facets");
  private static final String LIST_SHAPE = Shape.of(CaseListView.class);
  private static final String FACETS_SHAPE = Shape.of(CaseFacetsView.class);
  private static final Pattern TAG = Pattern.compile("(^|&)tag=");
  private static final Pattern WORDS = Pattern.compile("(^|&)q=");

  /** Names of parameters may be written in other ways, in which they are not looked for. */
  private static final Pattern UNUSUAL = Pattern.compile("(^|&)[^=&]*[%+]");

  private static final Duration LIFE = Duration.ofMinutes(5);

  @Override
  public Optional<CachePlan> plan(HttpServletRequest request, String path) {
    if (!PATHS.contains(path)) return Optional.empty();
    var caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
    var query = NormalisedQuery.of(request.getQueryString())
        .filter(text -> text.isEmpty() || !UNUSUAL.matcher(text).find());
    return Optional.of(query.map(text -> plan(caller, path, text)).orElse(CachePlan.BYPASS));
  }

  private static CachePlan plan(Caller caller, String path, String query) {
    var audience =
        ListAudience.of(caller, !query.isEmpty() && TAG.matcher(query).find());
    return CachePlan.of(
        path,
        audience.text(),
        query,
        () -> tags(caller, path, audience, WORDS.matcher(query).find()),
        LIFE,
        path.equals(LIST) ? LIST_SHAPE : FACETS_SHAPE);
  }

  private static List<String> tags(
      Caller caller, String path, ListAudience audience, boolean searches) {
    return path.equals(LIST) || searches
        ? CaseTags.ofList(caller, audience, searches)
        : CaseTags.ofCounts(caller, audience);
  }
}
