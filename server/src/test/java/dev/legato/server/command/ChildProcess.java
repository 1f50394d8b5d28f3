package dev.legato.server.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, as people start it. */
final class ChildProcess implements AutoCloseable {
  private static final int MAX_SECONDS = 60;

  private final Process process;
  private final BufferedReader output;

  private ChildProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  static ChildProcess legato(Path temporary, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    // a build in the background ignores the interrupt, and so would its children
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Reads its output up to a line with that text; the text so far if there is none. */
  String readUntil(String text) throws IOException {
    var read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      String line = output.readLine();
      if (line == null) {
        break;
      }
      read.append(line).append(System.lineSeparator());
    }
    return read.toString();
  }

  /** Reads its output to the end. */
  String readAll() throws IOException {
    return output.readAllAsString();
  }

  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("Expected the process to end, but it goes on");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
