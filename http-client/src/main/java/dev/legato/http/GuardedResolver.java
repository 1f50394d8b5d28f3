package dev.legato.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks a host up once, for the connection that is being made. A host of which one address is
 * refused is refused as a whole: names that sometimes lead elsewhere are an attack.
 */
final class GuardedResolver implements SocketAddressResolver {
  private final HttpRules rules;
  private final AddressRules addresses;
  private final HostLookup lookup;
  private final Executor executor;

  /**
   * Guards connections.
   *
   * @param executor where looking up may wait
   */
  GuardedResolver(HttpRules rules, HostLookup lookup, Executor executor) {
    this.rules = rules;
    this.addresses = new AddressRules(rules.privateAllowed());
    this.lookup = lookup;
    this.executor = executor;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    executor.execute(
        () -> {
          try {
            promise.succeeded(checked(host).map(a -> new InetSocketAddress(a, port)).toList());
          } catch (IOException | RuntimeException e) {
            promise.failed(e);
          }
        });
  }

  /** The addresses of a host, all of which may be connected to. */
  Stream<InetAddress> checked(String host) throws IOException {
    InetAddress[] found = lookup.addresses(host);
    if (rules.exemptHosts().contains(host.toLowerCase(Locale.ROOT))) {
      return Stream.of(found);
    }
    for (InetAddress address : found) {
      Optional<String> refusal = addresses.refusal(address);
      if (refusal.isPresent()) {
        throw new RefusedAddressException(
            "the address %s must not be called: %s"
                .formatted(address.getHostAddress(), refusal.get()));
      }
    }
    return Stream.of(found);
  }
}
