package dev.legato.server.command;

import dev.legato.server.LocalServer;
import dev.legato.server.config.ServerConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts servers. */
@Command(name = "server", description = "Start a server.")
final class ServerCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "local",
      aliases = "standalone",
      description = {
        "Start everything in one process, for this machine only unless configured.",
        "Stop it with Ctrl-C: running tasks are given time to end."
      })
  int local(
      @Option(
              names = "--port",
              description = "The port to listen on (8080 unless configured; 0 for any free one).")
          @Nullable Integer port,
      @Option(
              names = "--data",
              paramLabel = "DIR",
              defaultValue = "data",
              description = "Where everything is kept (${DEFAULT-VALUE}).")
          Path data,
      @Option(
              names = {"-c", "--config"},
              paramLabel = "FILE",
              description = "The configuration (~/.legato/config.yml).")
          @Nullable Path configFile)
      throws InterruptedException {
    ServerConfig config = withPort(Configuration.load(configFile), port);
    LocalServer server = start(data, config);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("stop")
                .unstarted(
                    () -> {
                      server.close();
                      stopped.countDown();
                    }));
    announce(config, server, data);
    stopped.await();
    return ExitCode.OK;
  }

  private static ServerConfig withPort(ServerConfig config, @Nullable Integer port) {
    if (port == null) {
      return config;
    }
    try {
      return config.withHttp(config.http().withPort(port));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.INVALID, String.valueOf(e.getMessage()));
    }
  }

  private static LocalServer start(Path data, ServerConfig config) {
    try {
      return LocalServer.start(data, config);
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof IOException) {
        throw new CommandFailure(
            ExitCode.FAILED, e.getMessage() + ". Stop what uses it, or choose another --port.");
      }
      throw e;
    }
  }

  private void announce(ServerConfig config, LocalServer server, Path data) {
    PrintWriter out = spec.commandLine().getOut();
    String address =
        "http://%s:%d%s"
            .formatted(config.http().host(), server.port(), config.http().contextPath());
    out.printf(
        "Legato %s listens on %s and keeps its data in %s%n",
        Version.number(), address, data.toAbsolutePath().normalize());
    // behind #: what stands there is never sent to a server or a proxy
    server
        .setUpToken()
        .ifPresent(
            token ->
                out.printf(
                    "Nobody has to sign in. To set up a password, open %s/ui/main/setup#%s%n",
                    address, token));
    out.flush();
  }
}
