package dev.legato.rest;

import dev.legato.rest.http.HttpLimits;
import dev.legato.rest.security.Credentials;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens and who may use it.
 *
 * @param host name or address to listen on; anything but this machine itself needs credentials
 * @param port 0 for any free one
 * @param contextPath in front of every path, such as {@code /legato}; empty for none
 * @param allowedHosts names under which clients may address this server, besides its addresses and
 *     {@code localhost}
 * @param credentials of the one user; absent when everybody on this machine may do everything
 * @param realm what a browser shows when it asks for credentials
 * @param externalUrl under which people reach this server, used in links; absent when unknown
 */
public record RestConfig(
    String host,
    int port,
    String contextPath,
    Set<String> allowedHosts,
    @Nullable Credentials credentials,
    String realm,
    @Nullable URI externalUrl,
    HttpLimits limits) {
  // before the defaults, which are checked with it
  private static final Set<String> LOOPBACK = Set.of("localhost", "::1", "[::1]");

  /** This machine only, port 8080, no credentials. */
  public static final RestConfig DEFAULTS =
      new RestConfig("127.0.0.1", 8080, "", Set.of(), null, "Legato", null, HttpLimits.DEFAULTS);

  public RestConfig {
    allowedHosts = Set.copyOf(allowedHosts);
    List<String> problems = new ArrayList<>();
    if (port < 0 || port > 65_535) {
      problems.add("the port must be from 0 to 65535, but is %d".formatted(port));
    }
    if (credentials == null && !isLoopback(host)) {
      problems.add(
          "listening on '%s' lets other machines in, so a user name and a password are needed: "
                  .formatted(host)
              + "configure basic authentication, or listen on 127.0.0.1");
    }
    if (credentials != null
        && (credentials.username().isBlank() || credentials.passwordHash().isBlank())) {
      problems.add("basic authentication needs a user name and the hash of a password");
    }
    if (!isContextPath(contextPath)) {
      problems.add(
          "the context path must be empty or like /legato, but is '%s'".formatted(contextPath));
    }
    if (realm.chars().anyMatch(c -> c < 0x20 || c > 0x7e || c == '"' || c == '\\')) {
      problems.add("the realm must be plain text without quotes");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "The HTTP configuration is not valid: " + String.join("; ", problems));
    }
  }

  /** The same configuration on another port. */
  public RestConfig withPort(int newPort) {
    return new RestConfig(
        host, newPort, contextPath, allowedHosts, credentials, realm, externalUrl, limits);
  }

  /** The same configuration with a user. */
  public RestConfig withCredentials(Credentials user) {
    return new RestConfig(host, port, contextPath, allowedHosts, user, realm, externalUrl, limits);
  }

  List<String> contextSegments() {
    return contextPath.isEmpty() ? List.of() : List.of(contextPath.substring(1).split("/"));
  }

  private static boolean isLoopback(String host) {
    return LOOPBACK.contains(host) || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  private static boolean isContextPath(String path) {
    return path.isEmpty() || path.matches("(/[A-Za-z0-9][A-Za-z0-9._-]*)+");
  }
}
