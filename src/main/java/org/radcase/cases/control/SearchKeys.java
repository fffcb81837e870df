package org.radcase.cases.control;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.cache.annotation.CacheInvocationParameter;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.GeneratedCacheKey;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.search.CaseFacets;
import org.radcase.cases.entity.search.CaseFilter;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.cases.entity.search.ListAudience;
import org.radcase.cases.entity.search.Search;
import org.radcase.platform.cache.CacheName;
import org.radcase.platform.cache.CachedKey;

/** The audience, and a hash of what it looks for: caller and query come first, what else there is after. */
public class SearchKeys implements CacheKeyGenerator {
  @Override
  public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> call) {
    var given = Stream.of(call.getAllParameters())
        .map(CacheInvocationParameter::getValue)
        .toList();
    var caller = (Caller) given.get(0);
    var query = (CaseQuery) given.get(1);
    var audience = ListAudience.of(caller, query.filters().containsKey(CaseFilter.TAG));
    var text = call.getMethod().getName() + text(query) + given.subList(2, given.size());
    return new CachedKey(
        CacheName.CASE_SEARCH.prefix() + audience.text() + ":" + hash(text),
        tags(call.getMethod(), caller, audience, query.search()));
  }

  private static List<String> tags(
      Method method, Caller caller, ListAudience audience, Search search) {
    return method.getReturnType() == CaseFacets.class && search.isAnything()
        ? CaseTags.ofCounts(caller, audience)
        : CaseTags.ofList(caller, audience, !search.isAnything());
  }

  /** The same for queries that are equal: sets of values have no order. */
  private static List<Object> text(CaseQuery query) {
    var filters = Stream.of(CaseFilter.values())
        .map(filter -> query.filters().getOrDefault(filter, Set.of()).stream()
            .sorted()
            .map(value -> value.length() + ":" + value)
            .toList())
        .toList();
    return List.of(filters, query.search());
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
