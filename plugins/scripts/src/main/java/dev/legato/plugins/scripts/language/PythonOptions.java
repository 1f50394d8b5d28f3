package dev.legato.plugins.scripts.language;

import dev.legato.plugin.Property;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.process.PythonEnvironment;
import dev.legato.plugin.process.PythonEnvironment.Installer;
import dev.legato.plugins.scripts.run.ProgramPlace;
import dev.legato.plugins.scripts.run.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the tasks of Python can be told beyond other script tasks. */
public record PythonOptions(
    @Property("Packages that the script needs, as pip reads them; kept for the next time.")
        @Nullable List<String> dependencies,
    @Property("The version, such as 3.12, where the script runs as a process.")
        @Nullable String pythonVersion,
    @Property(value = "Without effect: environments are always kept.", defaultValue = "true")
        boolean dependencyCacheEnabled,
    @Property(value = "What installs packages; PIP where there is no uv.", defaultValue = "UV")
        Installer packageManager,
    @Property(value = "Without effect: uv is not installed by itself.", defaultValue = "true")
        boolean uvAutoInstallEnabled,
    @Property("Without effect.") @Nullable String uvInstallerVersion,
    @Property("Without effect.") @Nullable String uvInstallerSha256) {
  private static final Pattern JSON_WORD = Pattern.compile("\\b(true|false|null)\\b");
  private static final String JSON_WORDS = "true = True; false = False; null = None\n";

  /** Variables of every Python task. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "PYTHONUNBUFFERED", "true",
          "PIP_ROOT_USER_ACTION", "ignore",
          "PIP_DISABLE_PIP_VERSION_CHECK", "1");

  /**
   * Makes rendered JSON a value of Python. Scripts that do not need it stay as they are, so that
   * the numbers of their lines are right.
   */
  static String withJsonWords(String script) {
    boolean needed = JSON_WORD.matcher(script).find() && !script.contains("__future__");
    return needed ? JSON_WORDS + script : script;
  }

  /**
   * Where Python is.
   *
   * @param here whether on this machine
   */
  ProgramPlace place(boolean here, UnaryOperator<String> adaptation, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    List<String> wanted = dependencies == null ? List.of() : dependencies;
    if (!here) {
      List<String> install =
          wanted.isEmpty()
              ? List.of()
              : List.of(
                  "python -m pip install --quiet "
                      + String.join(" ", wanted.stream().map(Shell::quoted).toList()));
      return new ProgramPlace(Optional.empty(), VARIABLES, install, adaptation);
    }
    String name = pythonVersion == null ? "python" : "python" + pythonVersion;
    Path python = context.programs().find(name);
    Map<String, String> variables = new LinkedHashMap<>(VARIABLES);
    if (!wanted.isEmpty()) {
      Path environment =
          context
              .programs()
              .environment(new PythonEnvironment(python, wanted, false, packageManager), context);
      python = environment.resolve("bin/python");
      variables.put("VIRTUAL_ENV", environment.toString());
    }
    return new ProgramPlace(Optional.of(python), variables, List.of(), adaptation);
  }
}
