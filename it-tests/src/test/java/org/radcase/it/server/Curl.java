package org.radcase.it.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Another program's HTTP, which can do every version of it (Debian: curl). It keeps cookies, and no certificate frightens it. */
public final class Curl {
  /** What came back; of several answers, the last. */
  public record Reply(String version, int status, List<String> headers, byte[] body) {
    /** The header's only value, or an empty text. */
    public String header(String name) {
      var start = name.toLowerCase(Locale.ROOT) + ":";
      var found = headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .toList();
      if (found.size() > 1) throw new AssertionError("More than one: " + found);
      return found.isEmpty() ? "" : found.get(0).substring(start.length()).strip();
    }

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Writes a request's body while it is sent. */
  @FunctionalInterface
  public interface Sending {
    void to(OutputStream body) throws IOException;
  }

  private final Path folder;
  private final List<String> always = new ArrayList<>();

  /** @param options for each request, such as {@code --http2} */
  public Curl(String... options) {
    try {
      folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "curl-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    always.addAll(List.of("curl", "-sS", "-k", "--max-time", "120", "-H", "Expect:"));
    always.addAll(List.of(
        "-c", folder.resolve("jar").toString(), "-b", folder.resolve("jar").toString()));
    always.addAll(List.of(options));
  }

  public Reply get(Object address, String... options) {
    return send(body -> {}, address, options);
  }

  public Reply send(Sending sending, Object address, String... options) {
    var head = folder.resolve("head");
    var body = folder.resolve("body");
    var command = new ArrayList<>(always);
    command.addAll(List.of("-D", head.toString(), "-o", body.toString()));
    command.addAll(Arrays.asList(options));
    command.add(address.toString());
    try {
      Files.deleteIfExists(body);
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (var in = process.getOutputStream()) {
        sending.to(in);
      }
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) throw new AssertionError(command + ": " + said);
      return reply(
          Files.readString(head), Files.exists(body) ? Files.readAllBytes(body) : new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Reply reply(String heads, byte[] body) {
    var all = heads.strip().split("\r\n\r\n");
    var lines = all[all.length - 1].lines().toList();
    var first = lines.get(0).split(" ", 3);
    return new Reply(
        first[0].substring("HTTP/".length()),
        Integer.parseInt(first[1]),
        lines.subList(1, lines.size()),
        body);
  }
}
