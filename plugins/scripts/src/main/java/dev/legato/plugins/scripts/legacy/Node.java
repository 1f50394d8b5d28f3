package dev.legato.plugins.scripts.legacy;

import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.process.NodeEnvironment;
import dev.legato.plugins.scripts.run.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a JavaScript program, as flows of 2023 write it. */
@TaskType(
    value = "io.kestra.core.tasks.scripts.Node",
    title = "Runs a JavaScript program with Node, with what its package.json asks for.",
    replacedBy = "io.kestra.plugin.scripts.node.Script",
    description =
        """
        What `package.json` asks for is installed once for the same text and kept.

        ```yaml
        id: hello
        type: io.kestra.core.tasks.scripts.Node
        inputFiles:
          main.js: |
            const Kestra = require("./kestra");
            Kestra.outputs({greeting: "hello " + process.argv[2]});
        args:
          - "{{ inputs.name }}"
        ```
        """)
public record Node(
    @Property(value = "What follows the name of the program.", renderedByTask = true)
        @Nullable List<String> args,
    @Property(value = "The program that runs it.", defaultValue = "node") String nodePath,
    @Property(value = "The program that installs packages.", defaultValue = "npm") String npmPath,
    @Inline LegacyOptions options)
    implements Task<LegacyResult> {
  private static final String MAIN = "main.js";
  private static final String PACKAGE = "package.json";
  private static final String LOCK = "package-lock.json";

  @Override
  public LegacyResult run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    LegacyRun run = new LegacyRun(options, context);
    if (!run.hasFile(MAIN)) {
      throw new TaskFailure(
          "Invalid input files structure, expecting inputFiles property to contain at least a"
              + " main.js key with javascript code value");
    }
    run.addModule("kestra.js");
    String node = run.isHere() ? context.programs().find(nodePath).toString() : nodePath;
    List<String> lines = new ArrayList<>();
    Path folder = Path.of(node).getParent();
    if (folder != null) {
      lines.add("PATH=\"$PATH:" + folder + "\"");
    }
    if (run.hasFile(PACKAGE) && !(run.isHere() && linkModules(run, context))) {
      lines.add(npmPath + " i > /dev/null");
    }
    List<String> words = new ArrayList<>(List.of(Shell.quoted(node), MAIN));
    words.addAll(run.render(args == null ? List.of() : args));
    lines.add(String.join(" ", words));
    return run.shell(lines, Map.of());
  }

  /** Links kept modules; false when they may differ from folder to folder. */
  private boolean linkModules(LegacyRun run, TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    String wanted = Files.readString(run.folder().resolve(PACKAGE));
    if (wanted.contains("\"file:") || wanted.contains("\"link:") || wanted.contains("workspaces")) {
      return false;
    }
    String lock = run.hasFile(LOCK) ? Files.readString(run.folder().resolve(LOCK)) : null;
    Path npm = context.programs().find(npmPath);
    Path modules = context.programs().environment(new NodeEnvironment(npm, wanted, lock), context);
    Path link = run.folder().resolve("node_modules");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, modules);
    }
    return true;
  }
}
