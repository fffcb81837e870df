package org.radcase.it;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** A multipart/form-data body (RFC 7578), streamed. */
public final class Multipart {
  private static final String BOUNDARY = "radcase-it-7d41b838504d8";

  private final List<Supplier<InputStream>> pieces = new ArrayList<>();

  public Multipart file(String name, byte[] content) {
    return file(name, () -> new ByteArrayInputStream(content));
  }

  public Multipart file(String name, Supplier<InputStream> content) {
    text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    pieces.add(content);
    text("\r\n");
    return this;
  }

  private void text(String text) {
    pieces.add(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  BodyPublisher publisher() {
    text("--" + BOUNDARY + "--\r\n");
    return BodyPublishers.ofInputStream(() -> new SequenceInputStream(
        Collections.enumeration(pieces.stream().map(Supplier::get).toList())));
  }
}
