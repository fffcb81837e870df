package org.radcase.platform.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.radcase.platform.config.Settings.Registration;
import org.radcase.platform.metrics.GivenMetrics;
import org.radcase.platform.startup.Stopping;
import org.radcase.platform.time.FreshIds;
import org.radcase.testing.GivenSettings;

/**
 * A real Tomcat with all filters of the platform, in their order, before a servlet of the test's. It
 * trusts proxies on this machine.
 */
public final class EmbeddedTomcat implements AutoCloseable {
  /** What the test's servlet answers. */
  @FunctionalInterface
  public interface Answering {
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  private static final class Answerer extends HttpServlet {
    private static final long serialVersionUID = 1;
    private final transient Answering answering;

    Answerer(Answering answering) {
      this.answering = answering;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      answering.answer(request, response);
    }
  }

  private final Tomcat tomcat = new Tomcat();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final String contextPath;

  EmbeddedTomcat(Answering answering) {
    this("", answering);
  }

  /** With the servlet below another path than the root. */
  public EmbeddedTomcat(String contextPath, Answering answering, StagedFilter... more) {
    this.contextPath = contextPath;
    try {
      folder = Files.createTempDirectory("radcase-tomcat-");
      tomcat.setBaseDir(folder.toString());
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      var context = tomcat.addContext(contextPath, folder.toString());
      Tomcat.addServlet(context, "answerer", new Answerer(answering));
      context.addServletMappingDecoded("/*", "answerer");
      for (var filter : filters(more)) {
        var name = filter.getClass().getName();
        var definition = new FilterDef();
        definition.setFilterName(name);
        definition.setFilter(filter);
        context.addFilterDef(definition);
        var mapping = new FilterMap();
        mapping.setFilterName(name);
        mapping.addURLPattern("/*");
        context.addFilterMap(mapping);
      }
      tomcat.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<StagedFilter> filters(StagedFilter... more) {
    var metrics = GivenMetrics.requests();
    return Pipeline.inOrder(Stream.concat(
        Stream.of(more),
        Stream.of(
            new CompressionFilter(),
            new PreconditionFilter(),
            new HeadFilter(),
            new AdmissionFilter(
                new Admission(GivenSettings.serving(), GivenMetrics.meters()),
                new Stopping(GivenSettings.serving(), metrics),
                IOException::new),
            new CatchFilter(),
            new ReachFilter(),
            new CrossSiteFilter(),
            new ForwardedFilter(GivenSettings.with(
                Path.of("."), Registration.INVITE, List.of("127.0.0.0/8", "10.0.0.0/8"))),
            new SecurityHeadersFilter(),
            new TimingFilter(metrics, new SlowRequests(GivenSettings.serving(), metrics)),
            new RequestIdFilter(new FreshIds(Clock.systemUTC())))));
  }

  public HttpResponse<byte[]> get(String... headers) {
    return send("GET", headers);
  }

  HttpResponse<byte[]> send(String method, String... headers) {
    var port = tomcat.getConnector().getLocalPort();
    var address = URI.create("http://127.0.0.1:" + port + contextPath + "/x");
    var request =
        HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) request.headers(headers);
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws LifecycleException, IOException {
    tomcat.stop();
    tomcat.destroy();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
