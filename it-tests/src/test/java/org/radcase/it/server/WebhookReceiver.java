package org.radcase.it.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what servers tell of their alerts. */
public final class WebhookReceiver implements AutoCloseable {
  private static final int TAKEN = 204;

  private final List<JsonNode> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  public WebhookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", exchange -> {
      received.add(new ObjectMapper().readTree(exchange.getRequestBody()));
      exchange.sendResponseHeaders(TAKEN, -1);
      exchange.close();
    });
    server.start();
  }

  /** For {@code radcase.alerts.webhook}. */
  public String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/alerts";
  }

  /** How often it was told of an alert that it is in some state. */
  public long told(String alert, String state) {
    return received.stream()
        .filter(it -> it.path("id").asText().equals(alert))
        .filter(it -> it.path("state").asText().equals(state))
        .count();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
