package org.radcase.platform.http;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * How an answer is kept.
 *
 * @param key path, audience and normalised query; empty if it is not to be kept
 * @param tags what ends it; asked for only when it is kept
 * @param life how long it is kept at the most
 * @param shape of what is in it: another version of RadCase may have other fields
 */
public record CachePlan(String key, Supplier<List<String>> tags, Duration life, String shape) {
  /** It is made anew each time. */
  public static final CachePlan BYPASS = new CachePlan("", List::of, Duration.ZERO, "");

  /**
   * A plan of what an audience shares.
   *
   * @param audience all by which the answer differs from one caller to another
   * @param query as {@link NormalisedQuery} has it
   */
  public static CachePlan of(
      String path,
      String audience,
      String query,
      Supplier<List<String>> tags,
      Duration life,
      String shape) {
    return new CachePlan("api:" + path + ":" + audience + ":" + query, tags, life, shape);
  }

  boolean keeps() {
    return !key.isEmpty();
  }
}
