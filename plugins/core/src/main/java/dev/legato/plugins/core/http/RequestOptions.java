package dev.legato.plugins.core.http;

import dev.legato.plugin.Property;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.http.HttpOptions;
import dev.legato.plugin.http.HttpOptions.Credentials;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How to send a request: the property {@code options}. */
public record RequestOptions(
    @Property("How long to wait, for each part of the call.") @Nullable Timeout timeout,
    @Property("Who is calling.") @Nullable Auth auth,
    @Property("Through whom to connect.") @Nullable Proxy proxy,
    @Property("How to secure the connection.") @Nullable Ssl ssl,
    @Property("Statuses of 400 and above that do not fail the task, too.")
        @Nullable List<Integer> allowedResponseCodes,
    @Property("Whether no status fails the task.") @Nullable Boolean allowFailed,
    @Property(value = "Whether to go where the server points.", defaultValue = "true")
        boolean followRedirects,
    @Property("Encoding of a body that does not say it; UTF-8 when absent.")
        @Nullable String defaultCharset,
    @Property("A longer reply fails, in bytes; 10 MiB when absent, without limit for a download.")
        @Nullable Long maxContentLength,
    @Property("How long to wait for a connection; older place of `timeout.connectTimeout`.")
        @Nullable Duration connectTimeout,
    @Property("How long to wait for the reply to begin; 10 seconds when absent.")
        @Nullable Duration readTimeout,
    @Property("How long the reply may pause; older place of `timeout.readIdleTimeout`.")
        @Nullable Duration readIdleTimeout,
    @Property("Without effect; connections are kept as long as is useful.")
        @Nullable Duration connectionPoolIdleTimeout,
    @Property("Older place of `proxy.type`.") @Nullable ProxyType proxyType,
    @Property("Older place of `proxy.address`.") @Nullable String proxyAddress,
    @Property("Older place of `proxy.port`.") @Nullable Integer proxyPort,
    @Property("Older place of `proxy.username`.") @Nullable String proxyUsername,
    @Property("Older place of `proxy.password`.") @Nullable String proxyPassword,
    @Property("Older place of `auth.username`.") @Nullable String basicAuthUser,
    @Property("Older place of `auth.password`.") @Nullable String basicAuthPassword,
    @Property("Without effect; set `logLevel` on the task.") @Nullable String logLevel,
    @Property("Without effect; the log has a line for each call at DEBUG.")
        @Nullable List<String> logs) {
  static final RequestOptions NONE =
      new RequestOptions(
          null, null, null, null, null, null, true, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null);

  /** How long to wait. */
  public record Timeout(
      @Property("For a connection; 10 seconds when absent.") @Nullable Duration connectTimeout,
      @Property("For the next bytes of the reply; 5 minutes when absent.")
          @Nullable Duration readIdleTimeout) {}

  /** Who is calling. */
  public record Auth(
      @Property(value = "BASIC or BEARER.", defaultValue = "BASIC") AuthType type,
      @Property("For BASIC.") @Nullable String username,
      @Property("For BASIC.") @Nullable String password,
      @Property("For BEARER.") @Nullable String token) {}

  /** Ways to say who is calling. */
  public enum AuthType {
    BASIC,
    BEARER
  }

  /** Through whom to connect. */
  public record Proxy(
      @Property(value = "DIRECT, HTTP or SOCKS.", defaultValue = "HTTP") ProxyType type,
      @Property("Name or address of the proxy.") @Nullable String address,
      @Property("Its port.") @Nullable Integer port,
      @Property("Name to give to the proxy.") @Nullable String username,
      @Property("Password to give to the proxy.") @Nullable String password) {}

  /** Ways to connect. */
  public enum ProxyType {
    DIRECT,
    HTTP,
    SOCKS
  }

  /** How to secure the connection. */
  public record Ssl(
      @Property(
              value = "Whether to accept any certificate, which makes encryption worthless.",
              defaultValue = "false")
          boolean insecureTrustAllCertificates) {}

  /**
   * For the client.
   *
   * @param older the property {@code sslOptions}
   * @param maxBytes when the options say nothing
   */
  HttpOptions forClient(@Nullable Ssl older, long maxBytes) throws TaskFailure {
    HttpOptions defaults = HttpOptions.DEFAULTS;
    Timeout newer = timeout == null ? new Timeout(null, null) : timeout;
    boolean trustAll =
        (older != null && older.insecureTrustAllCertificates())
            || (ssl != null && ssl.insecureTrustAllCertificates());
    return new HttpOptions(
        first(newer.connectTimeout(), connectTimeout, defaults.connectTimeout()),
        first(readTimeout, null, defaults.readTimeout()),
        first(newer.readIdleTimeout(), readIdleTimeout, defaults.idleTimeout()),
        maxContentLength == null ? maxBytes : maxContentLength,
        followRedirects,
        credentials(),
        chosenProxy(),
        trustAll);
  }

  private static Duration first(
      @Nullable Duration one, @Nullable Duration other, Duration otherwise) throws TaskFailure {
    Duration chosen = one != null ? one : Objects.requireNonNullElse(other, otherwise);
    if (!chosen.isPositive()) {
      throw new TaskFailure("A timeout must be longer than nothing, but is %s.".formatted(chosen));
    }
    return chosen;
  }

  private @Nullable Credentials credentials() throws TaskFailure {
    if (auth == null) {
      return basicAuthUser == null
          ? null
          : new Credentials.Basic(basicAuthUser, orEmpty(basicAuthPassword));
    }
    return switch (auth.type()) {
      case BASIC ->
          new Credentials.Basic(given(auth.username(), "username"), orEmpty(auth.password()));
      case BEARER -> new Credentials.Bearer(given(auth.token(), "token"));
    };
  }

  private static String given(@Nullable String value, String name) throws TaskFailure {
    if (value == null) {
      throw new TaskFailure("'options.auth.%s' is missing.".formatted(name));
    }
    return value;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private HttpOptions.@Nullable Proxy chosenProxy() throws TaskFailure {
    Proxy chosen =
        proxy != null
            ? proxy
            : new Proxy(
                proxyType == null ? ProxyType.DIRECT : proxyType,
                proxyAddress,
                proxyPort,
                proxyUsername,
                proxyPassword);
    HttpOptions.Proxy.Kind kind =
        switch (chosen.type()) {
          case DIRECT -> null;
          case HTTP -> HttpOptions.Proxy.Kind.HTTP;
          case SOCKS -> HttpOptions.Proxy.Kind.SOCKS;
        };
    if (kind == null) {
      return null;
    }
    if (chosen.address() == null || chosen.port() == null) {
      throw new TaskFailure("A proxy needs both an address and a port.");
    }
    Credentials.Basic credentials =
        chosen.username() == null
            ? null
            : new Credentials.Basic(chosen.username(), orEmpty(chosen.password()));
    return new HttpOptions.Proxy(kind, chosen.address(), chosen.port(), credentials);
  }

  /** Whether a status is no failure. */
  boolean allows(int status) {
    return (allowedResponseCodes != null && allowedResponseCodes.contains(status))
        || Boolean.TRUE.equals(allowFailed);
  }

  Charset charset() throws TaskFailure {
    try {
      return defaultCharset == null ? StandardCharsets.UTF_8 : Charset.forName(defaultCharset);
    } catch (IllegalArgumentException e) {
      throw new TaskFailure(
          "'options.defaultCharset' must be a name such as UTF-8, but is '%s'."
              .formatted(defaultCharset),
          e);
    }
  }
}
