package org.radcase.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.radcase.it.server.TomcatServer;

/** The peers of benchmarks, in the same Tomcat as RadCase: a bare servlet, and Tomcat's own for files. */
public record BareApplication(Path folder) {
  private static final String NAME = "bare";

  public static BareApplication of(TomcatServer server) {
    return new BareApplication(server.base().resolve("webapps").resolve(NAME));
  }

  /** Lays it beside RadCase, before Tomcat starts. */
  public static void deploy(Path webapps) {
    var folder = webapps.resolve(NAME);
    var name = BareServlet.class.getName().replace('.', '/') + ".class";
    try (var compiled = BareServlet.class.getClassLoader().getResourceAsStream(name)) {
      write(folder.resolve("WEB-INF/classes").resolve(name), compiled.readAllBytes());
      Files.writeString(
          folder.resolve("WEB-INF/web.xml"),
          """
          <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0" metadata-complete="true">
            <servlet><servlet-name>bare</servlet-name>
              <servlet-class>%s</servlet-class><load-on-startup>1</load-on-startup></servlet>
            <servlet-mapping><servlet-name>bare</servlet-name>
              <url-pattern>/bytes/*</url-pattern></servlet-mapping>
          </web-app>
          """
              .formatted(BareServlet.class.getName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the address at which the bare servlet writes these bytes; a name is for good. */
  public String bytes(String name, byte[] bytes) {
    write(folder.resolve("WEB-INF/bytes").resolve(name), bytes);
    return NAME + "/bytes/" + name;
  }

  /** Returns the address at which Tomcat's own servlet has these bytes as a file. */
  public String file(String name, byte[] bytes) {
    write(folder.resolve(name), bytes);
    return NAME + "/" + name;
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
