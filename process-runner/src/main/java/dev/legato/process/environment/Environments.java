package dev.legato.process.environment;

import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.process.NodeEnvironment;
import dev.legato.plugin.process.PythonEnvironment;
import dev.legato.plugin.process.PythonEnvironment.Installer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes and keeps environments of Python and modules of Node. */
public final class Environments {
  private static final int SHOWN_LINES = 20;
  private static final Pattern ERROR = Pattern.compile("^(ERROR:|error:|npm (error|ERR!))");
  private static final int KEY_BYTES = 12;
  private static final String HAS_PIP =
      "import importlib.util as u, sys; sys.exit(0 if u.find_spec('pip') else 1)";

  /** Neither pip nor npm may ask anything, or look for newer versions of themselves. */
  private static final Map<String, String> QUIET =
      Map.of(
          "PIP_DISABLE_PIP_VERSION_CHECK", "1",
          "PIP_NO_INPUT", "1",
          "PIP_ROOT_USER_ACTION", "ignore",
          "npm_config_update_notifier", "false");

  private final EnvironmentCache python;
  private final EnvironmentCache node;
  private final PackageSources sources;
  private final Commands commands;

  /**
   * @param folder where they are kept
   * @param life another for every server
   */
  public Environments(Path folder, String life, PackageSources sources, Commands commands) {
    this.python = new EnvironmentCache(folder.resolve("python"), life, sources.maxBytes());
    this.node = new EnvironmentCache(folder.resolve("node"), life, sources.maxBytes());
    this.sources = sources;
    this.commands = commands;
  }

  /** The folder of an environment. */
  public Path python(PythonEnvironment wanted, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    Path interpreter = wanted.interpreter();
    List<String> requirements =
        wanted.requirements().stream()
            .map(String::strip)
            .filter(r -> !r.isEmpty())
            .sorted()
            .toList();
    List<String> identity = new ArrayList<>();
    identity.add(interpreter.toString());
    identity.add(Files.getLastModifiedTime(interpreter).toString());
    identity.add(String.valueOf(wanted.systemPackages()));
    identity.add(String.valueOf(sources.indexUrl()));
    identity.add(String.valueOf(sources.folder()));
    identity.addAll(requirements);
    return python.get(key(identity), target -> makePython(target, wanted, requirements, context));
  }

  private void makePython(
      Path target, PythonEnvironment wanted, List<String> requirements, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    String interpreter = wanted.interpreter().toString();
    List<String> venv = new ArrayList<>(List.of(interpreter, "-m", "venv", "--without-pip"));
    if (wanted.systemPackages()) {
      venv.add("--system-site-packages");
    }
    venv.add(target.toString());
    check(run(venv, target, context), "The Python environment cannot be made");
    if (requirements.isEmpty()) {
      return;
    }
    Path list = target.resolve("requirements.txt");
    Files.write(list, requirements);
    List<String> install = new ArrayList<>(installer(wanted, target, context));
    install.addAll(List.of("install", "--requirement", list.toString()));
    install.addAll(places());
    context.log().debug("Installing " + String.join(", ", requirements));
    check(
        run(install, target, context),
        "The requirements %s cannot be installed".formatted(requirements));
  }

  /** The beginning of an installer's command; puts pip into the environment where there is none. */
  private List<String> installer(PythonEnvironment wanted, Path target, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    String inside = target.resolve("bin/python").toString();
    if (wanted.installer() == Installer.UV) {
      try {
        return List.of(sources.programs().find("uv").toString(), "pip", "--python", inside);
      } catch (TaskFailure _) {
        context.log().debug("There is no uv on this machine; pip installs.");
      }
    }
    String interpreter = wanted.interpreter().toString();
    if (run(List.of(interpreter, "-c", HAS_PIP), target, context).code() == 0) {
      return List.of(interpreter, "-m", "pip", "--python", inside);
    }
    check(
        run(List.of(inside, "-m", "ensurepip"), target, context),
        "There is no pip for '%s' (Debian: apt-get install python3-pip)".formatted(interpreter));
    return List.of(inside, "-m", "pip");
  }

  private List<String> places() {
    List<String> options = new ArrayList<>();
    if (sources.indexUrl() != null) {
      options.addAll(List.of("--index-url", sources.indexUrl()));
    }
    if (sources.folder() != null) {
      options.addAll(List.of("--find-links", sources.folder().toString()));
    }
    if (sources.offline()) {
      options.add("--no-index");
    }
    return options;
  }

  /** The folder {@code node_modules}. */
  public Path node(NodeEnvironment wanted, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    String lock = wanted.packageLock();
    List<String> identity =
        List.of(
            wanted.npm().toString(),
            Files.getLastModifiedTime(wanted.npm()).toString(),
            wanted.packageJson(),
            String.valueOf(lock));
    Path made =
        node.get(
            key(identity),
            target -> {
              Files.writeString(target.resolve("package.json"), wanted.packageJson());
              if (lock != null) {
                Files.writeString(target.resolve("package-lock.json"), lock);
              }
              Files.createDirectories(target.resolve("node_modules"));
              List<String> command =
                  new ArrayList<>(
                      List.of(
                          wanted.npm().toString(),
                          lock == null ? "install" : "ci",
                          "--no-audit",
                          "--no-fund"));
              if (sources.offline()) {
                command.add("--offline");
              }
              check(
                  run(command, target, context), "What package.json asks for cannot be installed");
            });
    return made.resolve("node_modules");
  }

  /** How an installer ended, and the last that it said. */
  private record End(int code, Deque<String> lines) {}

  private End run(List<String> command, Path directory, TaskContext context)
      throws IOException, InterruptedException {
    Deque<String> last = new ArrayDeque<>();
    int code =
        commands.run(
            command,
            directory,
            QUIET,
            line -> {
              context.log().debug(line);
              last.addLast(line);
              if (last.size() > SHOWN_LINES) {
                last.removeFirst();
              }
            });
    return new End(code, last);
  }

  private static void check(End end, String complaint) throws TaskFailure {
    if (end.code() != 0) {
      throw new TaskFailure(
          "%s (exit code %d): %s".formatted(complaint, end.code(), reason(end.lines())));
    }
  }

  /** What installers mark as an error; what came before is in the log. */
  private static String reason(Collection<String> lines) {
    List<String> errors = lines.stream().filter(ERROR.asPredicate()).toList();
    return String.join("\n", errors.isEmpty() ? lines : errors);
  }

  private static String key(List<String> identity) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : identity) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every JDK to have SHA-256, but it has not", e);
    }
  }
}
