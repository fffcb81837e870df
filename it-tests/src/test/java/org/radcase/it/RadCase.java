package org.radcase.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A RadCase somewhere, spoken to over HTTP. Addresses are relative to its base, as in its pages.
 *
 * @param people who can sign in there
 * @param cookie of the session of whom one speaks as, or empty for a stranger
 * @param client the address that a proxy says one speaks from, or empty for none; a server that
 *     trusts this machine as a proxy counts attempts by it
 */
public record RadCase(URI base, People people, String cookie, String client) {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final HttpClient CLIENT = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1)
      .connectTimeout(Duration.ofSeconds(10))
      .build();

  /** With nobody known there. */
  public RadCase(URI base) {
    this(base, People.none(), "", "");
  }

  /** As a stranger, until {@link #as} says who. */
  public RadCase(URI base, People people) {
    this(base, people, "", "");
  }

  public RadCase as(String who) {
    return withCookie(people.cookieOf(asStranger(), who));
  }

  public RadCase asStranger() {
    return withCookie("");
  }

  public RadCase withCookie(String ofSession) {
    return new RadCase(base, people, ofSession, client);
  }

  public RadCase from(String address) {
    return new RadCase(base, people, cookie, address);
  }

  public Answer get(String address, String... headers) {
    return send("GET", address, "", "", headers);
  }

  public Answer delete(String address, String... headers) {
    return send("DELETE", address, "", "", headers);
  }

  public Answer postJson(String address, String json, String... headers) {
    return send("POST", address, "application/json", json, headers);
  }

  public Answer putJson(String address, String json, String... headers) {
    return send("PUT", address, "application/json", json, headers);
  }

  /** JSON Merge Patch (RFC 7396). */
  public Answer patch(String address, String json, String... headers) {
    return send("PATCH", address, "application/merge-patch+json", json, headers);
  }

  public Answer post(String address, Multipart body, String... headers) {
    var request =
        request(address, headers).header("Content-Type", body.contentType()).POST(body.publisher());
    return send(request.build());
  }

  /**
   * Sends any request.
   *
   * @param mediaType of the body, or empty for a request without one
   * @param headers names and values in turn
   */
  public Answer send(
      String method, String address, String mediaType, String body, String... headers) {
    var request = request(address, headers);
    if (mediaType.isEmpty())
      return send(request.method(method, BodyPublishers.noBody()).build());
    return send(request
        .header("Content-Type", mediaType)
        .method(method, BodyPublishers.ofString(body))
        .build());
  }

  /** Gets what an answer refers to (RFC 3986 section 5; java.net.URI forgets the path when a reference is a query only). */
  public Answer follow(Answer from, String reference) {
    var target =
        reference.startsWith("?") ? from.response().uri().getPath() + reference : reference;
    return get(from.response().uri().resolve(target).toString());
  }

  /** Starts a request, for what the methods above can't say. */
  public HttpRequest.Builder request(String address, String... headers) {
    var request = HttpRequest.newBuilder(base.resolve(address)).timeout(PATIENCE);
    if (!cookie.isEmpty()) request.header("Cookie", cookie);
    if (!client.isEmpty()) request.setHeader("X-Forwarded-For", client);
    for (var i = 0; i < headers.length; i += 2) request.setHeader(headers[i], headers[i + 1]);
    return request;
  }

  public Answer send(HttpRequest request) {
    try {
      return new Answer(CLIENT.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(request + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether somebody answers 200 there, and soon. */
  public boolean answersAt(String address) {
    try {
      return send(request(address).timeout(SOON).build()).status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
