package dev.legato.process;

import dev.legato.plugin.Programs;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.plugin.process.NodeEnvironment;
import dev.legato.plugin.process.ProcessRunner;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.ProgramEnd;
import dev.legato.plugin.process.PythonEnvironment;
import dev.legato.plugin.process.TaskRunner;
import dev.legato.process.environment.Environments;
import dev.legato.process.environment.PackageSources;
import dev.legato.process.output.PlainLines;
import dev.legato.process.output.ProgramOutput;
import dev.legato.process.place.ChildVariables;
import dev.legato.process.place.InstalledPrograms;
import dev.legato.process.place.Modules;
import dev.legato.process.tree.ProcessTrees;
import dev.legato.process.tree.RunningProgram;
import dev.legato.process.warm.WarmPythons;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs programs on this machine, or hands them to an engine for containers. Closing it ends
 * everything that it has started.
 */
public final class LocalPrograms implements Programs, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LocalPrograms.class);

  private final ProcessConfig config;
  private final Containers containers;
  private final Map<String, String> variables;
  private final InstalledPrograms installed;
  private final Modules modules;
  private final ProcessTrees trees;
  private final WarmPythons warm;
  private final Environments environments;
  private final Semaphore slots;
  private final ExecutorService readers =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("program-", 0).factory());
  private volatile Optional<TaskRunner> chosen = Optional.empty();

  /** Ends what an earlier server of the same folder has left, and starts nothing. */
  public LocalPrograms(ProcessConfig config, Containers containers) {
    this.config = config;
    this.containers = containers;
    this.variables = ChildVariables.of(config.serverVariables(), config.handedOn());
    this.installed = new InstalledPrograms(variables, config.interpreters());
    this.modules = new Modules(config.folder().resolve("modules"));
    this.trees =
        new ProcessTrees(config.installation(), config.life(), variables, config.killGrace());
    this.warm = new WarmPythons(trees, modules, variables, config.folder().resolve("pipes"));
    this.environments =
        new Environments(
            config.folder().resolve("environments"), config.life(), sources(), this::install);
    this.slots = new Semaphore(config.maxProcesses());
  }

  @Override
  public TaskRunner defaultRunner() {
    Optional<TaskRunner> known = chosen;
    if (known.isEmpty()) {
      known = Optional.of(choose());
      chosen = known;
    }
    return known.get();
  }

  private TaskRunner choose() {
    return switch (config.defaultPlace()) {
      case PROCESS -> new ProcessRunner();
      case DOCKER -> DockerRunner.DEFAULTS;
      case AUTO -> {
        if (containers.areAvailable()) {
          yield DockerRunner.DEFAULTS;
        }
        log.info("no Docker engine answers: scripts run as processes of this machine");
        yield new ProcessRunner();
      }
    };
  }

  @Override
  public ProgramEnd run(Program program, TaskRunner runner, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    return switch (runner) {
      case DockerRunner docker -> containers.run(program, docker, context);
      case ProcessRunner _ -> {
        slots.acquire();
        try {
          yield runHere(program, context);
        } finally {
          slots.release();
        }
      }
    };
  }

  private ProgramEnd runHere(Program program, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    ProgramOutput output =
        new ProgramOutput(
            config.output(), context, program.errorsAreWarnings() ? Level.WARN : Level.ERROR);
    RunningProgram running = start(program);
    int code = new ProcessRun(trees, running, output, readers).await();
    return new ProgramEnd(code, output.vars(), output.outputLines(), output.errorLines(), Map.of());
  }

  private RunningProgram start(Program program) throws TaskFailure, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(variables);
    all.putAll(program.environment());
    try {
      if (config.warm() && WarmPythons.canRun(program)) {
        return warm.start(program, all);
      }
      return trees.start(program.command(), program.directory(), all);
    } catch (IOException e) {
      throw new TaskFailure(
          "The program '%s' cannot be started: %s"
              .formatted(program.command().getFirst(), e.getMessage()),
          e);
    }
  }

  private PackageSources sources() {
    ProcessConfig.Packages packages = config.packages();
    return new PackageSources(
        packages.indexUrl(), packages.folder(), packages.offline(), packages.maxBytes(), installed);
  }

  /** How environments run their installers. */
  private int install(
      List<String> command, Path directory, Map<String, String> further, Consumer<String> lines)
      throws IOException, InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(variables);
    all.putAll(further);
    RunningProgram running = trees.start(command, directory, all);
    return new ProcessRun(trees, running, new PlainLines(lines), readers).await();
  }

  @Override
  public Path find(String nameOrPath) throws TaskFailure, InterruptedException {
    return installed.find(nameOrPath);
  }

  @Override
  public String searchPath() {
    return variables.getOrDefault("PATH", "");
  }

  @Override
  public Path environment(PythonEnvironment environment, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    return environments.python(environment, context);
  }

  @Override
  public Path environment(NodeEnvironment environment, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    return environments.node(environment, context);
  }

  @Override
  public Path modules() throws IOException {
    return modules.folder();
  }

  @Override
  public void close() {
    warm.close();
    trees.close();
    readers.shutdown();
  }
}
