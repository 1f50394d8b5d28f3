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

/** Runs a Python script. */
@TaskType(
    value = "io.kestra.plugin.scripts.python.Script",
    title = "Runs a Python script that stands in the flow.",
    description =
        """
        ```yaml
        id: run
        type: io.kestra.plugin.scripts.python.Script
        script: |
          from kestra import Kestra
          Kestra.outputs({"rows": 3})
        ```

        Later tasks read what it wrote as `{{ outputs.run.vars.rows }}`.
        """)
public record PythonScript(
    @Property(
            value = "The image, where the script runs in a container.",
            defaultValue = "python:3.13-slim")
        String containerImage,
    @Property(value = "The script.", renderedByTask = true) String script,
    @Inline PythonOptions python,
    @Inline ScriptOptions options)
    implements Task<ScriptResult> {
  @Override
  public ScriptResult run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    ScriptRun run = new ScriptRun(Language.PYTHON, containerImage, options, context);
    run.use(python.place(run.isHere(), PythonOptions::withJsonWords, context));
    return run.script(script);
  }
}
