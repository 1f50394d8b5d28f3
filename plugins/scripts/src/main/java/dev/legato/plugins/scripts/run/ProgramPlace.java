package dev.legato.plugins.scripts.run;

import dev.legato.plugin.Programs;
import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the program of a language is, and what its scripts need beside their own text.
 *
 * @param program on this machine; empty to look for it
 * @param variables of the environment
 * @param beforeInContainer commands that run first in a container
 * @param adaptation makes of a script the text that runs
 */
public record ProgramPlace(
    Optional<Path> program,
    Map<String, String> variables,
    List<String> beforeInContainer,
    UnaryOperator<String> adaptation) {
  /** Nothing special. */
  public static final ProgramPlace PLAIN =
      new ProgramPlace(Optional.empty(), Map.of(), List.of(), UnaryOperator.identity());

  private static final String PATH = "PATH";

  Path program(Programs programs, String name) throws TaskFailure, InterruptedException {
    return program.isPresent() ? program.get() : programs.find(name);
  }

  String script(String text) {
    return adaptation.apply(text);
  }

  /** Fills an environment: what is needed here, what the task says, and the way to our modules. */
  void addTo(
      Map<String, String> environment, Map<String, String> own, Programs programs, boolean here)
      throws IOException {
    environment.putAll(variables);
    environment.putAll(own);
    Path modules = programs.modules();
    environment.merge("PYTHONPATH", modules.toString(), (given, ours) -> given + ":" + ours);
    environment.merge(
        "NODE_PATH",
        modules.resolve("node_modules").toString(),
        (given, ours) -> given + ":" + ours);
    if (here && program.isPresent()) {
      String path = environment.getOrDefault(PATH, programs.searchPath());
      environment.put(PATH, program.get().getParent() + ":" + path);
    }
  }
}
