package org.radcase.platform.http;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.radcase.platform.paging.Page;
import org.radcase.platform.paging.PageRequest;

/**
 * The headers of a list. Links are relative to the list itself, so that no proxy need be known.
 * Source: RFC 8288.
 */
public final class PageHeaders {
  private PageHeaders() {}

  /**
   * Adds them.
   *
   * @param query the parameters by which this page was asked for
   */
  public static ResponseBuilder addTo(
      ResponseBuilder response, Page<?> page, MultivaluedMap<String, String> query) {
    return response
        .header("Link", links(page, query))
        .header("X-Total-Count", page.total())
        .header("X-Page", page.request().page())
        .header("X-Per-Page", page.request().limit())
        .header("X-Total-Pages", page.pages());
  }

  static String links(Page<?> page, MultivaluedMap<String, String> query) {
    var request = page.request();
    var others = new TreeMap<>(query);
    others.remove("page");
    others.remove("after");
    var links = new ArrayList<String>();
    links.add(link(others, "page", "1", "first"));
    var previous = request.page() - 1;
    if (previous >= 1 && PageRequest.hasNumber(previous, request.limit())) {
      links.add(link(others, "page", Integer.toString(previous), "prev"));
    }
    var next = page.next();
    if (next != null) {
      links.add(
          PageRequest.hasNumber(request.page() + 1L, request.limit())
              ? link(others, "page", Integer.toString(request.page() + 1), "next")
              : link(others, "after", next.text(), "next"));
    }
    var last = Math.max(1, page.pages());
    if (PageRequest.hasNumber(last, request.limit())) {
      links.add(link(others, "page", Long.toString(last), "last"));
    }
    return String.join(", ", links);
  }

  private static String link(
      Map<String, List<String>> others, String name, String value, String relation) {
    var query = new StringBuilder();
    others.forEach((key, values) -> values.forEach(one -> append(query, key, one)));
    append(query, name, value);
    return "<?" + query + ">; rel=\"" + relation + "\"";
  }

  private static void append(StringBuilder query, String name, String value) {
    if (!query.isEmpty()) query.append('&');
    query.append(encoded(name)).append('=').append(encoded(value));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
