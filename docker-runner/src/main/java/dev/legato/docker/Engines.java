package dev.legato.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to engines, one client for each. */
final class Engines implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Engines.class);
  private static final List<String> SOCKETS = List.of("/var/run/docker.sock", "/dind/docker.sock");
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final int CONNECTIONS = 100;

  private final Map<String, DockerClient> clients = new ConcurrentHashMap<>();

  /** Where an engine should be. */
  static Optional<String> place(@Nullable String configured) {
    return configured != null
        ? Optional.of(configured)
        : SOCKETS.stream()
            .filter(socket -> Files.exists(Path.of(socket)))
            .map(socket -> "unix://" + socket)
            .findFirst();
  }

  boolean answers(String host) {
    try {
      client(host).pingCmd().exec();
      return true;
    } catch (RuntimeException e) {
      log.atInfo()
          .addKeyValue("host", host)
          .addKeyValue("reason", reason(e))
          .log("no Docker engine");
      return false;
    }
  }

  DockerClient client(String host) {
    return clients.computeIfAbsent(host, Engines::connect);
  }

  private static DockerClient connect(String host) {
    DockerClientConfig config =
        DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(host).build();
    return DockerClientImpl.getInstance(
        config,
        new ApacheDockerHttpClient.Builder()
            .dockerHost(config.getDockerHost())
            .sslConfig(config.getSSLConfig())
            .maxConnections(CONNECTIONS)
            .connectionTimeout(TO_CONNECT)
            .build());
  }

  /** Whether an exception means that nobody is there. */
  static boolean isUnreachable(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  @Override
  public void close() {
    for (DockerClient client : clients.values()) {
      try {
        client.close();
      } catch (IOException e) {
        log.atDebug().setCause(e).log("a connection to a Docker engine cannot be closed");
      }
    }
  }
}
