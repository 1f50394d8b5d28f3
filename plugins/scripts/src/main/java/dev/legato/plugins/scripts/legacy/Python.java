package dev.legato.plugins.scripts.legacy;

import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.process.Program.Kind;
import dev.legato.plugin.process.PythonEnvironment;
import dev.legato.plugin.process.PythonEnvironment.Installer;
import dev.legato.plugins.scripts.run.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a Python script, as flows of 2023 write it. */
@TaskType(
    value = "io.kestra.core.tasks.scripts.Python",
    title = "Runs a Python script, in an environment with what it requires.",
    replacedBy = "io.kestra.plugin.scripts.python.Script",
    description =
        """
        The environment sees the packages of the interpreter, too; it is made once for the same
        requirements and kept.

        ```yaml
        id: sum
        type: io.kestra.core.tasks.scripts.Python
        inputFiles:
          data.csv: "{{ outputs.download.uri }}"
          main.py: |
            import pandas as pd
            from kestra import Kestra
            Kestra.outputs({"rows": len(pd.read_csv("data.csv"))})
        requirements:
          - pandas
        ```
        """)
public record Python(
    @Property(value = "The commands; `./bin/python main.py` when absent.", renderedByTask = true)
        @Nullable List<String> commands,
    @Property(value = "What follows each command.", renderedByTask = true)
        @Nullable List<String> args,
    @Property(value = "Packages that the script needs, as pip reads them.", renderedByTask = true)
        @Nullable List<String> requirements,
    @Property(
            value = "Whether the script runs in an environment of its own.",
            defaultValue = "true")
        boolean virtualEnv,
    @Property(value = "The interpreter.", defaultValue = "python", renderedByTask = true)
        String pythonPath,
    @Property(value = "What installs packages.", defaultValue = "PIP") Installer packageManager,
    @Inline LegacyOptions options)
    implements Task<LegacyResult> {
  private static final String MAIN = "main.py";
  private static final String PYTHON = "./bin/python";

  /** Variables of every Python task. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "PYTHONUNBUFFERED", "true",
          "PIP_ROOT_USER_ACTION", "ignore",
          "PIP_DISABLE_PIP_VERSION_CHECK", "1");

  @Override
  public LegacyResult run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    LegacyRun run = new LegacyRun(options, context);
    if (commands == null && !run.hasFile(MAIN)) {
      throw new TaskFailure(
          "Invalid input files structure, expecting inputFiles property to contain at least a"
              + " main.py key with python code value");
    }
    run.addModule("kestra.py");
    List<String> lines = lines(run);
    if (!run.isHere()) {
      return run.shell(inContainer(run, lines), VARIABLES);
    }
    Path interpreter = context.programs().find(run.render(pythonPath));
    if (!virtualEnv) {
      String path = interpreter.getParent() + ":" + context.programs().searchPath();
      return run.shell(lines, with(VARIABLES, "PATH", path));
    }
    Path environment =
        context
            .programs()
            .environment(
                new PythonEnvironment(interpreter, wanted(run), true, packageManager), context);
    List<String> words = lines.size() == 1 ? List.of(lines.getFirst().split(" +")) : List.of();
    if (words.size() > 1
        && words.getFirst().equals(PYTHON)
        && !words.get(1).startsWith("-")
        && options.hasUsualShell()
        && words.stream().allMatch(Shell::isPlain)) {
      List<String> command = new ArrayList<>(words);
      command.set(0, environment.resolve("bin/python").toString());
      return run.run(command, Kind.PYTHON_SCRIPT, VARIABLES);
    }
    EnvironmentOverlay.make(environment, run.folder());
    return run.shell(lines, VARIABLES);
  }

  private List<String> lines(LegacyRun run) throws TaskFailure {
    List<String> given = commands == null ? List.of(PYTHON + " " + MAIN) : commands;
    String end = args == null ? "" : String.join(" ", run.render(args));
    List<String> lines = new ArrayList<>();
    for (String command : run.render(given)) {
      lines.add(end.isEmpty() ? command : command + " " + end);
    }
    return lines;
  }

  private List<String> wanted(LegacyRun run) throws TaskFailure {
    return requirements == null ? List.of() : run.render(requirements);
  }

  private List<String> inContainer(LegacyRun run, List<String> lines) throws TaskFailure {
    List<String> whole = new ArrayList<>();
    if (virtualEnv) {
      whole.add(
          "%s -m venv --system-site-packages %s > /dev/null"
              .formatted(run.render(pythonPath), run.folder()));
      List<String> wanted = wanted(run).stream().map(Shell::quoted).toList();
      if (!wanted.isEmpty()) {
        whole.add("./bin/pip install pip --upgrade > /dev/null");
        whole.add("./bin/pip install " + String.join(" ", wanted) + " > /dev/null");
      }
    }
    whole.addAll(lines);
    return whole;
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(some);
    all.put(name, value);
    return all;
  }
}
