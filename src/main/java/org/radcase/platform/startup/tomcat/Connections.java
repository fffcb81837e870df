package org.radcase.platform.startup.tomcat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.catalina.Server;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;

/**
 * What Tomcat still does for clients when RadCase has returned: it sends files by itself (sendfile), on
 * connections that no thread and no request stands for any more.
 */
final class Connections {
  private final Server server;

  Connections(Server server) {
    this.server = server;
  }

  /** How many answers are not sent yet; those that somebody still works on are among them. */
  int unsent() {
    return endpoints().mapToInt(Connections::unsent).sum();
  }

  private static int unsent(AbstractEndpoint<?, ?> endpoint) {
    // In this order: a thread hands its file over before it is free.
    var working = endpoint.getCurrentThreadsBusy();
    var sending = endpoint.getConnections().stream()
        .filter(it -> it instanceof NioSocketWrapper socket && socket.getSendfileData() != null)
        .count();
    return working + Math.toIntExact(sending);
  }

  private Stream<AbstractEndpoint<?, ?>> endpoints() {
    return Arrays.stream(server.findServices())
        .flatMap(service -> Arrays.stream(service.findConnectors()))
        .flatMap(connector -> connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol
            ? Stream.of(endpointOf(protocol))
            : Stream.empty());
  }

  /** Tomcat shows it to its own classes only. */
  private static AbstractEndpoint<?, ?> endpointOf(AbstractProtocol<?> protocol) {
    try {
      var method = AbstractProtocol.class.getDeclaredMethod("getEndpoint");
      method.setAccessible(true);
      return (AbstractEndpoint<?, ?>) method.invoke(protocol);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This Tomcat has no endpoints as 10.1 and 11 have them", e);
    }
  }
}
