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

/** Runs commands of a shell where a TypeScript or JavaScript program with Deno can run. */
@TaskType(
    value = "io.kestra.plugin.scripts.deno.Commands",
    title =
        "Runs commands in a shell, in an image that can run a TypeScript or JavaScript program with"
            + " Deno.",
    description =
        """
        ```yaml
        id: run
        type: io.kestra.plugin.scripts.deno.Commands
        namespaceFiles:
          enabled: true
        commands:
          - deno run main.ts
        ```
        """)
public record DenoCommands(
    @Property(
            value = "The image, where the commands run in a container.",
            defaultValue = "denoland/deno")
        String containerImage,
    @Property(value = "The commands.", renderedByTask = true) List<String> commands,
    @Inline ScriptOptions options)
    implements Task<ScriptResult> {
  @Override
  public ScriptResult run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    return new ScriptRun(Language.DENO, containerImage, options, context).commands(commands);
  }
}
