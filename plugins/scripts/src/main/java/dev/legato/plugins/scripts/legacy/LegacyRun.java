package dev.legato.plugins.scripts.legacy;

import dev.legato.plugin.Programs;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.folder.OutputFiles;
import dev.legato.plugin.process.DockerRunner.FileHandling;
import dev.legato.plugin.process.ProcessRunner;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.Program.Kind;
import dev.legato.plugin.process.ProgramEnd;
import dev.legato.plugin.process.TaskRunner;
import dev.legato.plugins.scripts.run.ScriptOptions.RunnerKind;
import dev.legato.plugins.scripts.run.Shell;
import dev.legato.plugins.scripts.run.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a script of 2023. */
final class LegacyRun {
  /** The longest argument that Linux takes. */
  private static final int LONGEST_TEXT = 131_072;

  private final LegacyOptions options;
  private final TaskContext context;
  private final Programs programs;
  private final TaskRunner runner;
  private final Workspace workspace;
  private final Map<String, Path> files = new LinkedHashMap<>();
  private final Map<String, Path> directories = new LinkedHashMap<>();

  /** Makes the files that the script will write and those that it reads. */
  LegacyRun(LegacyOptions options, TaskContext context) throws TaskFailure, IOException {
    this.options = options;
    this.context = context;
    this.programs = context.programs();
    this.runner = runner();
    this.workspace = new Workspace(context);
    for (String key : options.allOutputFiles()) {
      files.put(checked(key), Files.createTempFile(workspace.folder(), safe(key) + "_", ".tmp"));
    }
    for (String key : options.outputDirs() == null ? List.<String>of() : options.outputDirs()) {
      directories.put(checked(key), Files.createTempDirectory(workspace.folder(), safe(key) + "_"));
    }
    workspace.define("outputFiles", texts(files));
    workspace.define("temp", texts(files));
    workspace.define("outputDirs", texts(directories));
    workspace.inputFiles(options.inputFiles());
  }

  private TaskRunner runner() throws TaskFailure {
    if (options.runner() == RunnerKind.PROCESS) {
      return new ProcessRunner();
    }
    if (options.dockerOptions() == null) {
      throw new TaskFailure("Missing required dockerOptions properties");
    }
    return options.dockerOptions().runner(FileHandling.MOUNT);
  }

  private static String checked(String key) throws TaskFailure {
    if (key.startsWith("./") || key.startsWith("..") || key.startsWith("/") || key.isBlank()) {
      throw new TaskFailure(
          "Invalid outputFile '%s' (only relative path is supported)".formatted(key));
    }
    return key;
  }

  private static String safe(String key) {
    return key.replaceAll("[^\\w.-]", "_");
  }

  private static Map<String, String> texts(Map<String, Path> paths) {
    Map<String, String> texts = new LinkedHashMap<>();
    paths.forEach((key, path) -> texts.put(key, path.toString()));
    return texts;
  }

  /** Whether the script runs on this machine. */
  boolean isHere() {
    return runner instanceof ProcessRunner;
  }

  Path folder() {
    return workspace.folder();
  }

  /** Whether a file is there to be read. */
  boolean hasFile(String name) {
    return Files.isRegularFile(folder().resolve(name));
  }

  String render(String template) throws TaskFailure {
    return workspace.render(template);
  }

  List<String> render(List<String> templates) throws TaskFailure {
    return workspace.render(templates);
  }

  /** Gives the script a module of ours, unless it brings its own. */
  void addModule(String name) throws IOException {
    if (!hasFile(name)) {
      Files.copy(programs.modules().resolve(name), folder().resolve(name));
    }
  }

  /** Runs lines of a shell. */
  LegacyResult shell(List<String> lines, Map<String, String> variables)
      throws TaskFailure, IOException, InterruptedException {
    List<String> whole = new ArrayList<>();
    if (options.exitOnFailed()) {
      whole.add("set -o errexit");
    }
    whole.addAll(lines);
    String text = String.join("\n", whole);
    List<String> command = new ArrayList<>(List.of(options.interpreter()));
    if (text.length() > LONGEST_TEXT) {
      Path file = Files.createTempFile(folder(), "bash", ".sh");
      Files.writeString(file, text);
      command.add(file.toString());
    } else {
      command.addAll(options.interpreterArgs() == null ? List.of("-c") : options.interpreterArgs());
      command.add(text);
    }
    return run(command, Kind.ANY, variables);
  }

  /** Runs a program. */
  LegacyResult run(List<String> command, Kind kind, Map<String, String> variables)
      throws TaskFailure, IOException, InterruptedException {
    Map<String, String> environment = new LinkedHashMap<>(variables);
    environment.putAll(workspace.render(options.env()));
    Program program =
        new Program(command, folder(), environment, null, List.of(programs.modules()), kind, true);
    ProgramEnd end = programs.run(program, runner, context);
    if (end.exitCode() != 0) {
      String usual = "Command failed with code %d".formatted(end.exitCode());
      throw new TaskFailure(
          isHere() ? Shell.reason(usual, end, command.getFirst(), programs) : usual);
    }
    Map<String, URI> stored = stored();
    return new LegacyResult(
        end.vars(),
        end.exitCode(),
        end.outputLines(),
        end.errorLines(),
        stored,
        stored,
        options.warningOnStdErr());
  }

  private Map<String, URI> stored() throws IOException {
    OutputFiles store = new OutputFiles(context);
    Map<String, URI> stored = new LinkedHashMap<>();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      if (Files.isRegularFile(file.getValue())) {
        stored.put(file.getKey(), store.store(file.getValue()));
      }
    }
    for (Map.Entry<String, Path> directory : directories.entrySet()) {
      store
          .storeAll(directory.getValue())
          .forEach((path, uri) -> stored.put(directory.getKey() + "/" + path, uri));
    }
    return stored;
  }
}
