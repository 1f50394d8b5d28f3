package dev.legato.http;

import dev.legato.plugin.http.HttpOptions;
import dev.legato.plugin.http.HttpOptions.Credentials.Basic;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.client.BasicAuthentication.BasicResult;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.ProxyConfiguration.Proxy;
import org.eclipse.jetty.client.Socks5;
import org.eclipse.jetty.client.Socks5Proxy;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Makes and keeps what speaks HTTP. Nothing is started before the first call. */
final class JettyClients implements AutoCloseable {
  private static final int MAX_CONNECTIONS_PER_HOST = 256;
  private static final int MAX_QUEUED_PER_HOST = 100_000;
  private static final int MAX_HEADER_BYTES = 64 << 10;
  private static final Duration LONGEST_CONNECT = Duration.ofHours(1);

  private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();
  private final GuardedResolver resolver;
  private @Nullable HttpClient usual;
  private @Nullable HttpClient trusting;

  JettyClients(HttpRules rules, HostLookup lookup) {
    this.resolver = new GuardedResolver(rules, lookup, lookups);
  }

  GuardedResolver resolver() {
    return resolver;
  }

  /**
   * A client for one call.
   *
   * @param release to be run when the call has ended
   */
  record Lease(HttpClient client, Runnable release) {}

  synchronized Lease forOptions(HttpOptions options) {
    HttpOptions.Proxy proxy = options.proxy();
    if (proxy != null) {
      HttpClient own = started(options.trustAll(), proxy);
      return new Lease(own, () -> LifeCycle.stop(own));
    }
    if (options.trustAll()) {
      trusting = trusting == null ? started(true, null) : trusting;
      return new Lease(trusting, () -> {});
    }
    usual = usual == null ? started(false, null) : usual;
    return new Lease(usual, () -> {});
  }

  private HttpClient started(boolean trustAll, HttpOptions.@Nullable Proxy proxy) {
    HttpClient client = new HttpClient();
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("http-client");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(lookups);
    client.setExecutor(threads);
    client.setSslContextFactory(new SslContextFactory.Client(trustAll));
    client.setSocketAddressResolver(resolver);
    client.setFollowRedirects(false);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(null);
    client.setDefaultRequestContentType(null);
    client.setConnectTimeout(LONGEST_CONNECT.toMillis()); // each call has its own limit
    client.setMaxConnectionsPerDestination(MAX_CONNECTIONS_PER_HOST);
    client.setMaxRequestsQueuedPerDestination(MAX_QUEUED_PER_HOST);
    client.setMaxResponseHeadersSize(MAX_HEADER_BYTES);
    if (proxy != null) {
      useProxy(client, proxy);
    }
    try {
      client.start();
      return client;
    } catch (Exception e) { // as Jetty declares it
      throw new IllegalStateException("Expected the HTTP client to start, but it did not", e);
    }
  }

  private static void useProxy(HttpClient client, HttpOptions.Proxy proxy) {
    Basic credentials = proxy.credentials();
    Proxy route =
        switch (proxy.kind()) {
          case HTTP -> {
            HttpProxy http = new HttpProxy(proxy.host(), proxy.port());
            if (credentials != null) {
              client
                  .getAuthenticationStore()
                  .addAuthenticationResult(
                      new BasicResult(
                          http.getURI(),
                          HttpHeader.PROXY_AUTHORIZATION,
                          credentials.username(),
                          credentials.password()));
            }
            yield http;
          }
          case SOCKS -> {
            Socks5Proxy socks = new Socks5Proxy(proxy.host(), proxy.port());
            if (credentials != null) {
              socks.putAuthenticationFactory(
                  new Socks5.UsernamePasswordAuthenticationFactory(
                      credentials.username(), credentials.password()));
            }
            yield socks;
          }
        };
    client.getProxyConfiguration().addProxy(route);
  }

  @Override
  public synchronized void close() {
    if (usual != null) {
      LifeCycle.stop(usual);
    }
    if (trusting != null) {
      LifeCycle.stop(trusting);
    }
    lookups.close();
  }
}
