package dev.legato.plugins.scripts.run;

import dev.legato.plugin.Programs;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.plugin.process.DockerRunner.FileHandling;
import dev.legato.plugin.process.ProcessRunner;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.Program.Kind;
import dev.legato.plugin.process.ProgramEnd;
import dev.legato.plugin.process.TaskRunner;
import dev.legato.plugins.scripts.run.ScriptOptions.RunnerKind;
import dev.legato.plugins.scripts.run.ScriptOptions.TargetOs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a script, or commands, from the files that it finds to the files that it leaves. */
public final class ScriptRun {
  private static final String OUTPUT_DIRECTORY = "outputDir";

  private final Language language;
  private final ScriptOptions options;
  private final TaskContext context;
  private final Programs programs;
  private final TaskRunner runner;
  private final Workspace workspace;
  private final @Nullable String image;
  private ProgramPlace place = ProgramPlace.PLAIN;

  /**
   * A run that has prepared nothing.
   *
   * @param image for a runner that needs one
   */
  public ScriptRun(
      Language language, @Nullable String image, ScriptOptions options, TaskContext context)
      throws IOException {
    this.language = language;
    this.image = image;
    this.options = options;
    this.context = context;
    this.programs = context.programs();
    this.runner = runner(options, programs);
    this.workspace = new Workspace(context);
  }

  private static TaskRunner runner(ScriptOptions options, Programs programs) {
    DockerOptions docker = options.docker();
    DockerRunner described =
        docker == null ? DockerRunner.DEFAULTS : docker.runner(FileHandling.VOLUME);
    if (options.runner() != null) {
      return options.runner() == RunnerKind.PROCESS ? new ProcessRunner() : described;
    }
    TaskRunner chosen =
        options.taskRunner() == null ? programs.defaultRunner() : options.taskRunner();
    return docker != null && DockerRunner.DEFAULTS.equals(chosen) ? described : chosen;
  }

  /** Whether the script runs on this machine. */
  public boolean isHere() {
    return runner instanceof ProcessRunner;
  }

  /** Says where the language's program is and what it needs. */
  public void use(ProgramPlace where) {
    this.place = where;
  }

  /** Runs commands in a shell. */
  public ScriptResult commands(List<String> commands)
      throws TaskFailure, IOException, InterruptedException {
    prepare(commands);
    return run(shell(withFiles(commands)), Kind.ANY);
  }

  /** Runs the text of a script. */
  public ScriptResult script(String script) throws TaskFailure, IOException, InterruptedException {
    prepare(List.of(script));
    if (language.extension().isEmpty()) {
      return run(shell(withFiles(List.of(script))), Kind.ANY);
    }
    Path file = workspace.newHelper("script-", language.extension());
    Files.writeString(file, place.script(workspace.withFiles(script)));
    if (language.launch().isEmpty()) {
      return run(shell(List.of(file.toString())), Kind.ANY);
    }
    List<String> launch = new ArrayList<>(language.launch());
    if (isHere()) {
      launch.set(0, place.program(programs, launch.getFirst()).toString());
    }
    launch.add(file.toString());
    boolean needsShell =
        options.beforeCommands() != null
            || (options.interpreter() == null ? !isHere() : !options.interpreter().isEmpty());
    return needsShell
        ? run(shell(List.of(line(launch))), Kind.ANY)
        : run(launch, language.equals(Language.PYTHON) ? Kind.PYTHON_SCRIPT : Kind.ANY);
  }

  private static String line(List<String> words) {
    return String.join(" ", words.stream().map(Shell::quoted).toList());
  }

  private void prepare(List<String> texts) throws TaskFailure, IOException {
    boolean isMentioned =
        Stream.concat(
                texts.stream(),
                options.beforeCommands() == null ? Stream.of() : options.beforeCommands().stream())
            .anyMatch(text -> text.contains(OUTPUT_DIRECTORY) || text.contains("OUTPUT_DIR"));
    if (Boolean.TRUE.equals(options.outputDirectory())
        || (options.outputDirectory() == null && (options.runner() != null || isMentioned))) {
      workspace.openOutputDirectory();
    }
    Map<String, Object> expected = new LinkedHashMap<>();
    for (String pattern :
        options.outputFiles() == null ? List.<String>of() : options.outputFiles()) {
      expected.put(pattern, workspace.folder().resolve(pattern.replace('*', '_')).toString());
    }
    workspace.define("outputFiles", expected);
    workspace.namespaceFiles(options.namespaceFiles());
    workspace.inputFiles(options.inputFiles());
  }

  private List<String> withFiles(List<String> templates) throws TaskFailure, IOException {
    List<String> texts = new ArrayList<>();
    for (String template : templates) {
      texts.add(workspace.withFiles(template));
    }
    return texts;
  }

  /**
   * What the shell gets: its options, and one text with all commands. Without a shell, the commands
   * are a program and its arguments.
   */
  private List<String> shell(List<String> commands) throws TaskFailure, IOException {
    List<String> lines = new ArrayList<>();
    if (options.failFast()
        && options.targetOS() != TargetOs.WINDOWS
        && !language.failFast().isEmpty()) {
      lines.add(language.failFast());
    }
    lines.addAll(isHere() ? List.of() : place.beforeInContainer());
    lines.addAll(
        withFiles(options.beforeCommands() == null ? List.of() : options.beforeCommands()));
    lines.addAll(commands);
    List<String> given = options.interpreter();
    List<String> whole =
        new ArrayList<>(given == null ? language.interpreter() : workspace.render(given));
    if (whole.isEmpty() && hasNothingBefore()) {
      return commands;
    }
    if (whole.isEmpty()) {
      throw new TaskFailure(
          "Several commands need a shell: leave out 'interpreter', or 'beforeCommands'.");
    }
    whole.add(String.join(options.targetOS() == TargetOs.WINDOWS ? "\r\n" : "\n", lines));
    return whole;
  }

  private boolean hasNothingBefore() {
    return (options.beforeCommands() == null || options.beforeCommands().isEmpty())
        && (isHere() || place.beforeInContainer().isEmpty());
  }

  private ScriptResult run(List<String> command, Kind kind)
      throws TaskFailure, IOException, InterruptedException {
    Map<String, String> environment = new LinkedHashMap<>();
    Path outputs = workspace.outputDirectory();
    environment.put("WORKING_DIR", workspace.folder().toString());
    if (outputs != null) {
      environment.put("OUTPUT_DIR", outputs.toString());
    }
    place.addTo(environment, workspace.render(options.env()), programs, isHere());
    Program program =
        new Program(
            command,
            workspace.folder(),
            environment,
            image,
            List.of(programs.modules()),
            kind,
            false);
    ProgramEnd end = programs.run(program, runner, context);
    ScriptResult result =
        new ScriptResult(
            end.vars(),
            end.exitCode(),
            workspace.outputFiles(workspace.render(options.outputFiles())),
            end.details(),
            end.outputLines(),
            end.errorLines(),
            options.warningOnStdErr());
    if (end.exitCode() != 0) {
      String usual = "Command failed with exit code %d".formatted(end.exitCode());
      throw new TaskFailure(
          isHere() ? Shell.reason(usual, end, command.getFirst(), programs) : usual, null, result);
    }
    return result;
  }
}
