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

/** Runs a JavaScript program with Node. */
@TaskType(
    value = "io.kestra.plugin.scripts.node.Script",
    title = "Runs a JavaScript program with Node that stands in the flow.",
    description =
        """
        ```yaml
        id: run
        type: io.kestra.plugin.scripts.node.Script
        script: |
          const Kestra = require("@kestra-io/libs");
          Kestra.outputs({rows: 3});
        ```

        Later tasks read what it wrote as `{{ outputs.run.vars.rows }}`.
        """)
public record NodeScript(
    @Property(value = "The image, where the script runs in a container.", defaultValue = "node")
        String containerImage,
    @Property(value = "The script.", renderedByTask = true) String script,
    @Inline ScriptOptions options)
    implements Task<ScriptResult> {
  @Override
  public ScriptResult run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    return new ScriptRun(Language.NODE, containerImage, options, context).script(script);
  }
}
