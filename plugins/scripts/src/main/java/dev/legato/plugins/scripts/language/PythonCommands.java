package dev.legato.plugins.scripts.language;

import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.scripts.run.Language;
import dev.legato.plugins.scripts.run.ScriptOptions;
import dev.legato.plugins.scripts.run.ScriptResult;
import dev.legato.plugins.scripts.run.ScriptRun;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Runs commands of a shell where a Python script can run. */
@TaskType(
    value = "io.kestra.plugin.scripts.python.Commands",
    title = "Runs commands in a shell, in an image that can run a Python script.",
    description =
        """
        ```yaml
        id: run
        type: io.kestra.plugin.scripts.python.Commands
        namespaceFiles:
          enabled: true
        commands:
          - python main.py
        ```
        """)
public record PythonCommands(
    @Property(
            value = "The image, where the commands run in a container.",
            defaultValue = "python:3.13-slim")
        String containerImage,
    @Property(value = "The commands.", renderedByTask = true) List<String> commands,
    @Inline PythonOptions python,
    @Inline ScriptOptions options)
    implements Task<ScriptResult> {
  @Override
  public ScriptResult run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    ScriptRun run = new ScriptRun(Language.PYTHON, containerImage, options, context);
    run.use(python.place(run.isHere(), UnaryOperator.identity(), context));
    return run.commands(commands);
  }
}
