package dev.legato.process;

import dev.legato.plugin.process.ProcessRunner;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.Program.Kind;
import dev.legato.testkit.task.RecordingContext;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A process that runs programs until it is killed. */
final class DoomedServer {
  private DoomedServer() {}

  /**
   * Says "started" for each program that runs.
   *
   * @param arguments the folder, the installation, and what the shell runs
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    PrintStream out = System.out;
    RecordingContext context = new RecordingContext();
    context.log = (_, line) -> out.println(line);
    try (var programs =
        new LocalPrograms(
            ProcessConfig.in(folder, arguments[1], "doomed", System.getenv()), Containers.NONE)) {
      programs.run(
          new Program(
              List.of("/bin/sh", "-c", arguments[2]),
              folder,
              Map.of(),
              null,
              List.of(),
              Kind.ANY,
              false),
          new ProcessRunner(),
          context);
    }
  }
}
