package dev.legato.server.crash;

import dev.legato.server.command.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real server, in a process of its own that can be killed. */
final class ChildServer {
  private static final Pattern LISTENS =
      Pattern.compile("listens on http://127\\.0\\.0\\.1:(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Thread reader;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Queue<String> output = new ConcurrentLinkedQueue<>();

  private ChildServer(Process process, Path log) {
    this.process = process;
    this.reader = Thread.ofPlatform().name("output of the server").start(() -> read(log));
  }

  /** Starts a server on the data directory; returns at once. */
  static ChildServer start(Path directory) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-D%s=%s".formatted(WitnessTask.FILE_PROPERTY, Evidence.witness(directory)),
            "-cp",
            System.getProperty("java.class.path") + System.getProperty("path.separator") + plugin(),
            Main.class.getName(),
            "server",
            "local",
            "--port",
            "0",
            "--data",
            Evidence.data(directory).toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    return new ChildServer(process, Evidence.serverLog(directory));
  }

  /** Where the witness task is announced; apart, so that no other test sees it. */
  private static Path plugin() {
    try {
      return Path.of(ChildServer.class.getResource("/crash/plugin").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Expected the resources of the tests to be files", e);
    }
  }

  private void read(Path log) {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        var copy =
            new PrintWriter(
                Files.newBufferedWriter(
                    log, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
      copy.printf("--- process %d%n", pid());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.println(line);
        copy.flush();
        output.add(line);
        Matcher listens = LISTENS.matcher(line);
        if (listens.find()) {
          port.complete(Integer.valueOf(listens.group(1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      port.completeExceptionally(new IllegalStateException("Expected a running server"));
    }
  }

  long pid() {
    return process.pid();
  }

  /** Waits until requests are taken. */
  int port() throws InterruptedException {
    try {
      return port.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Expected the server to listen, but read: " + output(), e);
    }
  }

  /** Lets time pass; true when the server has ended meanwhile. */
  boolean endsWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly(); // the process itself would also close its output
    awaitEnd();
  }

  /** For a server that is not looked at any more. */
  void discard() {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM. */
  void askToStop() {
    process.toHandle().destroy();
  }

  /** Waits until the process is gone; returns its exit code. */
  int awaitEnd() throws InterruptedException {
    if (!endsWithin(PATIENCE)) {
      discard();
      throw new IllegalStateException("Expected the server to end, but read: " + output());
    }
    reader.join();
    return process.exitValue();
  }

  /** All that it has printed so far. */
  String output() {
    return String.join("\n", output);
  }
}
