package org.radcase.platform.metrics;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.beans.Direct;

/**
 * The addresses that there are, as templates: read from the resources' annotations, since many
 * answers never come as far as JAX-RS. Source: Jakarta RESTful Web Services 3.1 §3.7.
 */
@Direct
class Routes {
  private static final String API = "/api/";

  /** Below {@code /api}, at no template. */
  private static final Route UNKNOWN = new Route("/api/*");

  /** Pages, and whatever else there may be or not. */
  private static final Route PAGES = new Route("/*", "GET", "HEAD");

  private static final Route ASSETS = new Route("/assets/*", "GET", "HEAD");
  private static final Route HEALTH = new Route("/health/*", "GET", "HEAD");
  private static final Map<String, Route> SINGLE = Map.of(
      "/metrics", new Route("/metrics", "GET", "HEAD"),
      "/openapi.json", new Route("/openapi.json", "GET", "HEAD"));

  private static final Pattern VARIABLE = Pattern.compile("\\{\\s*([^:}\\s]+)[^}]*}");

  /** A part of a path, and what may come after it. */
  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private @Nullable Node variable;
    private @Nullable Route route;
  }

  private final Node root = new Node();

  @Inject
  Routes(BeanManager beans) {
    this(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(it -> it.getBeanClass())
        .toList());
  }

  Routes(Collection<Class<?>> resources) {
    resources.stream().filter(it -> it.isAnnotationPresent(Path.class)).forEach(this::add);
  }

  private void add(Class<?> resource) {
    for (var method : resource.getMethods()) {
      var verbs = verbsOf(method);
      if (verbs.isEmpty()) continue;
      var below = method.getAnnotation(Path.class);
      var template = API
          + resource.getAnnotation(Path.class).value()
          + (below == null ? "" : "/" + below.value());
      add(
          VARIABLE
              .matcher(template)
              .replaceAll("{$1}")
              .replaceAll("/{2,}", "/")
              .replaceAll("/$", ""),
          verbs);
    }
  }

  private static List<String> verbsOf(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(it -> it.annotationType().getAnnotation(HttpMethod.class))
        .filter(it -> it != null)
        .map(HttpMethod::value)
        .toList();
  }

  private void add(String template, List<String> verbs) {
    var node = root;
    for (var part : partsOf(template)) {
      if (part.startsWith("{")) {
        if (node.variable == null) node.variable = new Node();
        node = node.variable;
      } else {
        node = node.literals.computeIfAbsent(part, it -> new Node());
      }
    }
    var all = new TreeSet<String>(verbs);
    if (node.route != null) all.addAll(node.route.methods());
    // JAX-RS answers these by itself.
    all.add("OPTIONS");
    if (all.contains("GET")) all.add("HEAD");
    node.route = new Route(template, all.toArray(String[]::new));
  }

  private static List<String> partsOf(String path) {
    return List.of(path.substring(API.length()).split("/", -1));
  }

  /** All templates. */
  List<String> templates() {
    var all = new ArrayList<String>();
    collect(root, all);
    return all;
  }

  private static void collect(Node node, List<String> all) {
    if (node.route != null) all.add(node.route.template());
    node.literals.values().forEach(it -> collect(it, all));
    if (node.variable != null) collect(node.variable, all);
  }

  /**
   * The route to which a path belongs.
   *
   * @param path decoded, below the context path
   */
  Route of(String path) {
    if (path.startsWith(API)) {
      var found = find(root, path, API.length());
      return found == null ? UNKNOWN : found;
    }
    if (path.startsWith("/assets/")) return ASSETS;
    if (path.equals("/health") || path.startsWith("/health/")) return HEALTH;
    return SINGLE.getOrDefault(path, PAGES);
  }

  /** As deep as the deepest template at the most, however long the path is. */
  private static @Nullable Route find(Node node, String path, int from) {
    if (from > path.length()) return node.route;
    var slash = path.indexOf('/', from);
    var end = slash < 0 ? path.length() : slash;
    // A slash at the end is none of the path's parts.
    if (from == path.length()) return node.route;
    var literal = node.literals.get(path.substring(from, end));
    var found = literal == null ? null : find(literal, path, end + 1);
    if (found != null || node.variable == null) return found;
    return find(node.variable, path, end + 1);
  }
}
