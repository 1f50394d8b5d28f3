package dev.legato.server.command;

import dev.legato.server.LocalServer;
import dev.legato.server.config.ServerConfig;
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
        "Start everything in one process, on this machine only.",
        "Stop it with Ctrl-C: running tasks are given time to end."
      })
  int local(
      @Option(
              names = "--port",
              description = "The port to listen on (${DEFAULT-VALUE}; 0 for any free one).")
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
    ServerConfig config = Configuration.load(configFile);
    if (port != null) {
      config = config.withHttp(config.http().withPort(port));
    }
    LocalServer server = LocalServer.start(data, config);
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
    announce(config, server.port(), data);
    stopped.await();
    return ExitCode.OK;
  }

  private void announce(ServerConfig config, int port, Path data) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Legato %s listens on http://%s:%d%s and keeps its data in %s%n",
        Version.number(),
        config.http().host(),
        port,
        config.http().contextPath(),
        data.toAbsolutePath().normalize());
    out.flush();
  }
}
