package dev.legato.bench.load;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real server in a process of its own. */
public final class ServerProcess implements AutoCloseable {
  private static final int MAX_START_SECONDS = 120;
  private static final int MAX_STOP_SECONDS = 40;
  private static final int OK = 200;

  private final Process process;
  private final int port;
  private final double startMillis;

  private ServerProcess(Process process, int port, double startMillis) {
    this.process = process;
    this.port = port;
    this.startMillis = startMillis;
  }

  /** Starts a server with the usual settings and waits for its first answer. */
  public static ServerProcess start(Path data) throws IOException {
    return start(data, List.of());
  }

  /**
   * Starts a server and waits for its first answer.
   *
   * @param options further ones, such as a configuration file
   */
  public static ServerProcess start(Path data, List<String> options) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(launcher());
    command.addAll(
        List.of("server", "local", "--port", String.valueOf(port), "--data", data.toString()));
    command.addAll(options);
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
            .start();
    while (!answers(port)) {
      if (!process.isAlive()
          || System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(MAX_START_SECONDS)) {
        process.destroyForcibly();
        throw new IOException("The server did not start; see " + data + ".log");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return new ServerProcess(process, port, (System.nanoTime() - begin) / 1e6);
  }

  /** From the start of the process to its first answer. */
  public double startMillis() {
    return startMillis;
  }

  public int port() {
    return port;
  }

  /** Stores a flow. */
  public void save(String source) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(uri(port, "/api/v1/main/flows"))
              .header("Content-Type", "application/x-yaml")
              .POST(BodyPublishers.ofString(source))
              .build();
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != OK) {
        throw new IOException("The flow was not stored: " + response.body());
      }
    }
  }

  /** Memory of the process that is in RAM, and the most there ever was, in MiB. */
  public double residentMib(boolean most) throws IOException {
    String key = most ? "VmHWM:" : "VmRSS:";
    for (String line : Files.readAllLines(proc("status"))) {
      if (line.startsWith(key)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("This system does not tell how much memory a process has");
  }

  /** Processor time that the process has used, in seconds. */
  public double cpuSeconds() {
    return process.info().totalCpuDuration().map(time -> time.toNanos() / 1e9).orElse(Double.NaN);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, MAX_STOP_SECONDS, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    process.onExit().join();
  }

  /** The launcher beside the benchmark, so that what is measured is what people start. */
  private static List<String> launcher() {
    String launcher = System.getProperty("legato.launcher");
    if (launcher != null) {
      return List.of(launcher);
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:+UseCompactObjectHeaders",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.legato.server.command.Main");
  }

  private Path proc(String file) {
    return Path.of("/proc", String.valueOf(process.pid()), file);
  }

  private static boolean answers(int port) {
    try {
      var connection = (HttpURLConnection) uri(port, "/ping").toURL().openConnection();
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(1_000);
      return connection.getResponseCode() == OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static URI uri(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
