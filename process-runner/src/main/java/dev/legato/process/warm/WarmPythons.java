package dev.legato.process.warm;

import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.Program.Kind;
import dev.legato.process.place.Modules;
import dev.legato.process.tree.Mark;
import dev.legato.process.tree.ProcessTrees;
import dev.legato.process.tree.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A started Python for each interpreter that scripts have asked for. It forks a child for each
 * script, which takes a tenth of the time of a fresh start and looks the same to the script.
 */
public final class WarmPythons implements AutoCloseable {
  private static final int MOST = 8;
  private static final String PYTHON = "PYTHON";

  /** Variables that a child can still follow although its interpreter has started. */
  private static final Set<String> UNDERSTOOD = Set.of("PYTHONPATH", "PYTHONUNBUFFERED");

  private final ProcessTrees trees;
  private final Modules modules;
  private final Map<String, String> variables;
  private final Path folder;
  private final Map<String, Zygote> zygotes = new LinkedHashMap<>(MOST, 0.75f, true);
  private boolean closed;

  /**
   * None yet.
   *
   * @param variables of the interpreters themselves
   * @param folder for pipes; made, and emptied
   */
  public WarmPythons(
      ProcessTrees trees, Modules modules, Map<String, String> variables, Path folder) {
    this.trees = trees;
    this.modules = modules;
    this.variables = variables;
    this.folder = folder;
  }

  /** Whether a started interpreter can run it. */
  public static boolean canRun(Program program) {
    return program.kind() == Kind.PYTHON_SCRIPT
        && program.command().size() > 1
        && program.environment().keySet().stream().allMatch(WarmPythons::isUnderstood);
  }

  private static boolean isUnderstood(String variable) {
    return UNDERSTOOD.contains(variable)
        || !(variable.startsWith(PYTHON) || variable.startsWith("LD_"));
  }

  /**
   * Starts a program.
   *
   * @param environment all of it
   */
  public RunningProgram start(Program program, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = program.command();
    Mark mark = trees.newMark();
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put(Mark.VARIABLE, mark.value());
    return zygote(command.getFirst())
        .start(
            new Zygote.Script(command.subList(1, command.size()), program.directory(), all, mark));
  }

  private synchronized Zygote zygote(String interpreter) throws IOException {
    if (closed) {
      throw new IOException("the server shuts down");
    }
    Zygote known = zygotes.get(interpreter);
    if (known != null && known.isAlive()) {
      return known;
    }
    if (zygotes.isEmpty()) {
      empty();
    }
    List<String> command =
        List.of(
            interpreter,
            "-u",
            modules.folder().resolve("zygote.py").toString(),
            folder.toRealPath().toString());
    Zygote started = new Zygote(trees.startHelper(command, folder, variables));
    zygotes.put(interpreter, started);
    closeOldest();
    return started;
  }

  private void empty() throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> pipes = Files.list(folder)) {
      for (Path pipe : pipes.toList()) {
        Files.deleteIfExists(pipe);
      }
    }
  }

  private void closeOldest() {
    Iterator<Zygote> oldestFirst = zygotes.values().iterator();
    int excess = zygotes.size() - MOST;
    while (excess > 0 && oldestFirst.hasNext()) {
      Zygote zygote = oldestFirst.next();
      if (zygote.isIdle()) {
        zygote.close();
        oldestFirst.remove();
        excess--;
      }
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    zygotes.values().forEach(Zygote::close);
    zygotes.clear();
  }
}
