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

/** Runs a TypeScript or JavaScript program with Bun. */
@TaskType(
    value = "io.kestra.plugin.scripts.bun.Script",
    title = "Runs a TypeScript or JavaScript program with Bun that stands in the flow.",
    description =
        """
        ```yaml
        id: run
        type: io.kestra.plugin.scripts.bun.Script
        script: |
          console.log("hello")
        ```

        Lines such as `::{"outputs": {"rows": 3}}::` become outputs.
        """)
public record BunScript(
    @Property(value = "The image, where the script runs in a container.", defaultValue = "oven/bun")
        String containerImage,
    @Property(value = "The script.", renderedByTask = true) String script,
    @Inline ScriptOptions options)
    implements Task<ScriptResult> {
  @Override
  public ScriptResult run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    return new ScriptRun(Language.BUN, containerImage, options, context).script(script);
  }
}
