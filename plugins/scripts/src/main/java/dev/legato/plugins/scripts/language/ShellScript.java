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

/** Runs a shell script. */
@TaskType(
    value = "io.kestra.plugin.scripts.shell.Script",
    title = "Runs a shell script that stands in the flow.",
    description =
        """
        ```yaml
        id: run
        type: io.kestra.plugin.scripts.shell.Script
        script: |
          echo '::{"outputs": {"rows": 3}}::'
        ```

        Later tasks read what it wrote as `{{ outputs.run.vars.rows }}`.
        """)
public record ShellScript(
    @Property(value = "The image, where the script runs in a container.", defaultValue = "ubuntu")
        String containerImage,
    @Property(value = "The script.", renderedByTask = true) String script,
    @Inline ScriptOptions options)
    implements Task<ScriptResult> {
  @Override
  public ScriptResult run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    return new ScriptRun(Language.SHELL, containerImage, options, context).script(script);
  }
}
