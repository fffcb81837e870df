package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.cache.CacheName;
import org.radcase.platform.cache.Caches;
import org.radcase.platform.cache.Entry;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/**
 * Answers with what an audience was answered before, as ready bytes. Of many who ask at once for what
 * is not there one goes on, and the others wait for what she gets. While the database is away, an
 * answer that has had its time but has not changed since still serves. Source: RFC 9111, RFC 9211.
 */
@Dependent
class ResponseCacheFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  private static final long PATIENCE_SECONDS = 10;

  private final transient List<CachedRoute> routes;
  private final transient Caches caches;
  private final transient Map<String, CountDownLatch> flights = new ConcurrentHashMap<>();

  @Inject
  ResponseCacheFilter(Instance<CachedRoute> routes, Caches caches) {
    this(routes.stream().toList(), caches);
  }

  ResponseCacheFilter(List<CachedRoute> routes, Caches caches) {
    this.routes = routes;
    this.caches = caches;
  }

  @Override
  protected Stage stage() {
    return Stage.CACHE;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var plan = request.getMethod().equals("GET") ? planFor(request) : Optional.<CachePlan>empty();
    if (plan.isEmpty()) {
      chain.doFilter(request, response);
    } else if (plan.get().keeps() && !caches.isBypassed()) {
      answer(plan.get(), request, response, chain);
    } else {
      bypass(request, response, chain);
    }
  }

  private Optional<CachePlan> planFor(HttpServletRequest request) {
    if (!takesJson(request.getHeader("Accept"))) return Optional.empty();
    var path = RequestPath.of(request);
    for (var route : routes) {
      var plan = route.plan(request, path);
      if (plan.isPresent()) return plan;
    }
    return Optional.empty();
  }

  /** Who wants something else is told so by JAX-RS. */
  private static boolean takesJson(@Nullable String accept) {
    return accept == null || accept.contains("*/*") || accept.contains("json");
  }

  private static void bypass(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    say(response, "BYPASS", "fwd=bypass");
    chain.doFilter(request, response);
  }

  private void answer(
      CachePlan plan, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var key = plan.key() + ":" + CompressionFilter.codingFor(request).token();
    var known = look(plan, key);
    if (known != null) {
      hit(known, response, "hit");
      return;
    }
    var mine = new CountDownLatch(1);
    var others = flights.putIfAbsent(key, mine);
    if (others != null) {
      await(others);
      known = look(plan, key);
      if (known != null) {
        hit(known, response, "hit; detail=collapsed");
        return;
      }
    }
    // Who waits does so for the answer, and not for the network of the one who asked first.
    Runnable landing = () -> {
      flights.remove(key, mine);
      mine.countDown();
    };
    try {
      fill(key, plan, request, response, chain, landing);
    } finally {
      landing.run();
    }
  }

  private @Nullable KeptResponse look(CachePlan plan, String key) {
    return read(caches.look(CacheName.RESPONSES, key, shapeOf(plan)));
  }

  private static String shapeOf(CachePlan plan) {
    return KeptResponse.SHAPE + plan.shape();
  }

  /** What cannot be read is not there. */
  private static @Nullable KeptResponse read(@Nullable Entry entry) {
    try {
      return entry == null ? null : entry.read(KeptResponse::read);
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  private static void await(CountDownLatch others) {
    try {
      // Whoever is not served by then goes on by herself.
      var unused = others.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hit(KeptResponse kept, HttpServletResponse response, String status)
      throws IOException {
    say(response, "HIT", status);
    kept.send(response);
  }

  private void fill(
      String key,
      CachePlan plan,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Runnable landing)
      throws IOException, ServletException {
    var fill = caches.begin(CacheName.RESPONSES, plan.tags().get());
    if (fill == null) {
      landing.run();
      bypass(request, response, chain);
      return;
    }
    var held = new HeldResponse(response);
    try {
      chain.doFilter(request, held);
    } catch (Problem e) {
      if (e.kind() == HttpProblem.DATABASE_AWAY && serveAged(plan, key, response)) return;
      throw e;
    }
    var away = held.getStatus() == HttpProblem.DATABASE_AWAY.status();
    if (away && serveAged(plan, key, response)) return;
    var kept = KeptResponse.of(held);
    if (kept.isPresent()) {
      var bytes = kept.get().bytes();
      caches.keep(CacheName.RESPONSES, key, fill, bytes, shapeOf(plan), plan.life());
      say(response, "MISS", "fwd=uri-miss; stored");
    }
    landing.run();
    held.send(response);
  }

  private boolean serveAged(CachePlan plan, String key, HttpServletResponse response)
      throws IOException {
    var aged = read(caches.aged(CacheName.RESPONSES, key, shapeOf(plan)));
    if (aged == null) return false;
    hit(aged, response, "hit; detail=database-away");
    return true;
  }

  private static void say(HttpServletResponse response, String word, String status) {
    response.addHeader("X-Cache", word);
    response.addHeader("Cache-Status", "radcase; " + status);
  }
}
