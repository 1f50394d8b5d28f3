package dev.legato.server;

import dev.legato.orchestrator.expression.ExpressionProbe;
import dev.legato.rest.RestConfig;
import dev.legato.rest.RestPorts;
import dev.legato.rest.RestServer;
import dev.legato.rest.http.Route;
import dev.legato.rest.operation.HealthCheck;
import dev.legato.rest.security.FirstUser;
import dev.legato.server.config.ServerConfig;
import dev.legato.server.security.KeptCredentials;
import dev.legato.server.security.Passwords;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The application with its HTTP interface. */
public final class LocalServer implements AutoCloseable {
  private static final int TOKEN_BYTES = 16;

  private final Application application;
  private final RestServer http;
  private final @Nullable FirstUser firstUser;

  /**
   * Opens the data directory, recovers what has not ended and begins to serve.
   *
   * @throws dev.legato.storage.StorageException when the data directory cannot be had
   */
  public static LocalServer start(Path dataDirectory, ServerConfig config) {
    Application application = Application.start(dataDirectory, config);
    try {
      var random = new SecureRandom();
      var kept = new KeptCredentials(dataDirectory, random);
      RestConfig http = withUser(config.http(), kept);
      FirstUser firstUser = http.credentials() == null ? new FirstUser(token(random), kept) : null;
      RestPorts ports = ports(application, firstUser, Installation.id(dataDirectory), random);
      return new LocalServer(application, RestServer.start(http, ports), firstUser);
    } catch (RuntimeException failed) {
      application.close();
      throw failed;
    }
  }

  private LocalServer(Application application, RestServer http, @Nullable FirstUser firstUser) {
    this.application = application;
    this.http = http;
    this.firstUser = firstUser;
  }

  private static RestPorts ports(
      Application application,
      @Nullable FirstUser firstUser,
      UUID installation,
      SecureRandom random) {
    return new RestPorts(
        application.flows(),
        application.templates(),
        application.executions(),
        application.triggers(),
        application.webhooks(),
        application.tools(),
        new ExpressionProbe(
            application.expressions(), application.storage().executions(), application.flows()),
        application.orchestrator(),
        application.storage(),
        application.files(),
        application.namespaces(),
        application.namespaceFiles(),
        application.secrets(),
        application.types(),
        Passwords::matches,
        firstUser,
        BuildInfo.read(installation),
        List.of(
            new HealthCheck("storage", () -> application.storage().flows().namespaces() != null)),
        List.of(new Figures(application)),
        InstantSource.system(),
        random);
  }

  /** The configuration goes before what was set up in a browser. */
  private static RestConfig withUser(RestConfig configured, KeptCredentials kept) {
    return configured.credentials() != null
        ? configured
        : kept.read().map(configured::withCredentials).orElse(configured);
  }

  private static String token(SecureRandom random) {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What whoever sets up the first user has to know; empty when there is one. */
  public Optional<String> setUpToken() {
    return Optional.ofNullable(firstUser).map(FirstUser::token);
  }

  /** The port that is listened on. */
  public int port() {
    return http.port();
  }

  /** All operations of the HTTP interface. */
  public List<Route> routes() {
    return http.routes();
  }

  public Application application() {
    return application;
  }

  /** First no request is taken any more, then running tasks are given time, then all stops. */
  @Override
  public void close() {
    try (application) {
      http.close();
    }
  }
}
