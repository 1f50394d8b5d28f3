package dev.legato.rest.http;

import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Listens on a port and hands requests to the gateway, each on a virtual thread of its own. */
public final class Listener implements AutoCloseable {
  private static final int PLATFORM_THREADS = 8;

  private final Server server;
  private final ServerConnector connector;
  private final Gateway gateway;

  private Listener(Server server, ServerConnector connector, Gateway gateway) {
    this.server = server;
    this.connector = connector;
    this.gateway = gateway;
  }

  /**
   * Begins to listen.
   *
   * @param first is offered every request before the gateway
   * @param port 0 for any free one
   * @throws IllegalStateException when the port cannot be had
   */
  public static Listener start(
      String host, int port, HttpLimits limits, Handler first, Gateway gateway, Json json) {
    var threads = new QueuedThreadPool(PLATFORM_THREADS, 2);
    threads.setName("http");
    threads.setReservedThreads(0);
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    var server = new Server(threads);
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http(limits)));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(limits.idleTimeout().toMillis());
    connector.addBean(new HeaderDeadline(connector::getScheduler, limits.headerTimeout()));
    server.addConnector(connector);
    server.setHandler(new GracefulHandler(new Handler.Sequence(first, gateway)));
    server.setErrorHandler(new EarlyErrors(json));
    server.setStopTimeout(limits.drain().toMillis());
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(
          "Cannot listen on %s, port %d: %s".formatted(host, port, e.getMessage()), e);
    }
    return new Listener(server, connector, gateway);
  }

  private static HttpConfiguration http(HttpLimits limits) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(limits.headerBytes());
    http.setUriCompliance(UriCompliance.DEFAULT);
    return http;
  }

  /** The port that is listened on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Takes no new requests, lets the running ones finish within the drain time, then stops. */
  @Override
  public void close() {
    gateway.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP server did not stop cleanly", e);
    }
  }
}
