package dev.legato.process.place;

import dev.legato.plugin.TaskFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Finds programs on the search path. Version managers put a script in the place of an interpreter,
 * which looks for the real one at every start and takes up to a third of a second: so the
 * interpreter is asked once where it really is.
 */
public final class InstalledPrograms {
  private static final List<String> PYTHON = List.of("-c", "import sys; print(sys.executable)");
  private static final List<String> NODE = List.of("-p", "process.execPath");
  private static final int SECONDS_TO_ANSWER = 20;
  private static final String OLD_PYTHON = "python";
  private static final String PYTHON_3 = "python3";

  private final Map<String, String> variables;
  private final Map<String, String> preferred;
  private final Map<Version, Path> real = new ConcurrentHashMap<>();

  /** A file as it was when it was asked. */
  private record Version(Path file, FileTime modified) {}

  /**
   * @param variables of the processes that will look for programs
   * @param preferred paths by name, such as {@code python}
   */
  public InstalledPrograms(Map<String, String> variables, Map<String, String> preferred) {
    this.variables = variables;
    this.preferred = preferred;
  }

  /**
   * The real program.
   *
   * @throws TaskFailure when there is none
   */
  public Path find(String nameOrPath) throws TaskFailure, InterruptedException {
    Path found =
        look(preferred.getOrDefault(nameOrPath, nameOrPath))
            .or(() -> nameOrPath.equals(OLD_PYTHON) ? look(PYTHON_3) : Optional.empty())
            .orElseThrow(
                () ->
                    new TaskFailure(
                        "There is no program '%s' on this machine. Install it, give its path, or choose a task runner that has it, such as Docker."
                            .formatted(nameOrPath)));
    try {
      Version version = new Version(found, Files.getLastModifiedTime(found));
      Path known = real.get(version);
      if (known == null) {
        known = isScript(found) ? behind(found) : found;
        real.put(version, known);
      }
      return known;
    } catch (IOException e) {
      throw new TaskFailure("The program '%s' cannot be read: %s".formatted(found, e), e);
    }
  }

  private Optional<Path> look(String nameOrPath) {
    try {
      if (nameOrPath.contains("/")) {
        return Optional.of(Path.of(nameOrPath)).filter(InstalledPrograms::isProgram);
      }
      for (String folder : variables.getOrDefault("PATH", "").split(File.pathSeparator)) {
        Path file = Path.of(folder.isEmpty() ? "." : folder).resolve(nameOrPath);
        if (isProgram(file)) {
          return Optional.of(file);
        }
      }
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static boolean isScript(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.read() == '#' && in.read() == '!';
    }
  }

  /** Where an interpreter says that it is; the file itself when it does not say. */
  private Path behind(Path script) throws IOException, InterruptedException {
    String name = script.getFileName().toString();
    if (name.startsWith(OLD_PYTHON)) {
      return ask(script, PYTHON);
    }
    return name.startsWith("node") ? ask(script, NODE) : script;
  }

  private Path ask(Path script, List<String> question) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(question);
    builder.environment().clear();
    builder.environment().putAll(variables);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_ANSWER, TimeUnit.SECONDS) || process.exitValue() != 0) {
        return script;
      }
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      Path file = Path.of(answer);
      return isProgram(file) ? file : script;
    } finally {
      process.destroyForcibly();
    }
  }
}
