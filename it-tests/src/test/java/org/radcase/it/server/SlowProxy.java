package org.radcase.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Stands between two programs that speak TCP, and is a network: good, slow, or cut. */
public final class SlowProxy implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 << 10;

  private final int target;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Duration delay = Duration.ZERO;
  private volatile boolean cut;

  /** @param target port of this machine to which it leads */
  public SlowProxy(int target) {
    this.target = target;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** Lets everything through at once. */
  public void pass() {
    delay = Duration.ZERO;
    cut = false;
  }

  /** Holds whatever is sent, in either direction, for so long. */
  public void delay(Duration howLong) {
    delay = howLong;
  }

  /** Breaks every connection, and each new one as soon as it comes. */
  public void cut() {
    cut = true;
    open.forEach(SlowProxy::close);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        connect(listening.accept());
      } catch (IOException e) {
        continue; // nobody listens there at the moment, or the proxy is at its end
      }
    }
  }

  private void connect(Socket client) throws IOException {
    open.add(client);
    if (cut) {
      end(client);
      return;
    }
    try {
      var server = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(server);
      daemon(() -> carry(client, server));
      daemon(() -> carry(server, client));
    } catch (IOException e) {
      end(client);
      throw e;
    }
  }

  private void carry(Socket from, Socket to) {
    var buffer = new byte[BUFFER_BYTES];
    try {
      for (var read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        LockSupport.parkNanos(delay.toNanos());
        to.getOutputStream().write(buffer, 0, read);
      }
    } catch (IOException e) {
      return; // one of them has hung up, and both are closed below
    } finally {
      end(from);
      end(to);
    }
  }

  private void end(Socket socket) {
    open.remove(socket);
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "slow-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(SlowProxy::close);
  }
}
