package dev.legato.server;

import dev.legato.orchestrator.expression.ExpressionProbe;
import dev.legato.rest.RestPorts;
import dev.legato.rest.RestServer;
import dev.legato.rest.http.Route;
import dev.legato.rest.operation.HealthCheck;
import dev.legato.server.config.ServerConfig;
import dev.legato.server.security.Passwords;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The application with its HTTP interface. */
public final class LocalServer implements AutoCloseable {
  private final Application application;
  private final RestServer http;

  /**
   * Opens the data directory, recovers what has not ended and begins to serve.
   *
   * @throws dev.legato.storage.StorageException when the data directory cannot be had
   */
  public static LocalServer start(Path dataDirectory, ServerConfig config) {
    Application application = Application.start(dataDirectory, config);
    try {
      var ports =
          new RestPorts(
              application.flows(),
              application.templates(),
              application.executions(),
              application.triggers(),
              application.webhooks(),
              new ExpressionProbe(
                  application.expressions(),
                  application.storage().executions(),
                  application.flows()),
              application.orchestrator(),
              application.storage(),
              application.files(),
              application.namespaces(),
              application.namespaceFiles(),
              application.secrets(),
              application.types(),
              Passwords::matches,
              BuildInfo.read(Installation.id(dataDirectory)),
              List.of(
                  new HealthCheck(
                      "storage", () -> application.storage().flows().namespaces() != null)),
              List.of(new Figures(application)),
              InstantSource.system(),
              new SecureRandom());
      return new LocalServer(application, RestServer.start(config.http(), ports));
    } catch (RuntimeException failed) {
      application.close();
      throw failed;
    }
  }

  private LocalServer(Application application, RestServer http) {
    this.application = application;
    this.http = http;
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
