package dev.legato.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies leaves neither what its scripts have started, nor their folders. */
class KilledScriptsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;
  @TempDir Path signs;

  @Test
  void nothingOfAScriptOutlivesItsServer() throws Exception {
    ChildServer first = ChildServer.start(directory);
    List<ProcessHandle> processes;
    Path folder;
    try {
      run(first.port());
      processes = List.of(process("shell"), process("child"), process("orphan"));
      folder = Path.of(read("folder"));
      assertThat(folder).isDirectory();
    } finally {
      first.kill();
    }

    for (ProcessHandle process : processes) {
      await("the end of " + process, () -> process.isAlive() ? Optional.empty() : Optional.of(""));
    }
    ChildServer second = ChildServer.start(directory);
    try {
      int _ = second.port();
      assertThat(folder).doesNotExist();
    } finally {
      second.kill();
    }
  }

  /** A shell with a child, and with one that left its group and session. */
  private void run(int port) throws Exception {
    send(
        port,
        "flows",
        "application/x-yaml",
        """
        id: script
        namespace: crash
        tasks:
          - id: hang
            type: io.kestra.plugin.scripts.shell.Commands
            taskRunner: {type: io.kestra.plugin.core.runner.Process}
            retry: {type: constant, interval: PT1H, maxAttempts: 2}
            commands:
              - pwd > %1$s/folder
              - echo $$ > %1$s/shell
              - sleep 3000 & echo $! > %1$s/child
              - setsid sh -c 'echo $$ > %1$s/orphan; exec sleep 3000' &
              - wait
        """
            .formatted(signs));
    send(port, "executions/crash/script", "multipart/form-data; boundary=x", "--x--\r\n");
  }

  private static void send(int port, String path, String type, String body) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:%d/api/v1/main/%s".formatted(port, path)))
                  .header("Content-Type", type)
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  private ProcessHandle process(String name) throws InterruptedException {
    return ProcessHandle.of(Long.parseLong(read(name))).orElseThrow();
  }

  /** What the script has written, once it has. */
  private String read(String name) throws InterruptedException {
    return await(
        name,
        () ->
            Stream.of(signs.resolve(name))
                .filter(Files::exists)
                .map(KilledScriptsTest::text)
                .filter(text -> text.endsWith("\n"))
                .map(String::strip)
                .findFirst());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException("Expected to read " + file, e);
    }
  }

  private static String await(String what, Supplier<Optional<String>> look)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      Optional<String> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      Thread.onSpinWait();
    }
    throw new IllegalStateException("Expected %s by now".formatted(what));
  }
}
