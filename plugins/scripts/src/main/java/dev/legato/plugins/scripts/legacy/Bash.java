package dev.legato.plugins.scripts.legacy;

import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs commands of a shell, as flows of 2023 write it. */
@TaskType(
    value = "io.kestra.core.tasks.scripts.Bash",
    title = "Runs commands in a shell.",
    replacedBy = "io.kestra.plugin.scripts.shell.Commands",
    description =
        """
        ```yaml
        id: count
        type: io.kestra.core.tasks.scripts.Bash
        inputFiles:
          data.csv: "{{ outputs.download.uri }}"
        outputFiles:
          - sorted
        commands:
          - sort data.csv > {{ outputFiles.sorted }}
          - echo '::{"outputs":{"lines":'$(wc -l < data.csv)'}}::'
        ```

        Later tasks read `{{ outputs.count.vars.lines }}` and `{{ outputs.count.outputFiles.sorted }}`.
        """)
public record Bash(
    @Property(value = "The commands.", renderedByTask = true) List<String> commands,
    @Inline LegacyOptions options)
    implements Task<LegacyResult> {
  @Override
  public LegacyResult run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    LegacyRun run = new LegacyRun(options, context);
    return run.shell(run.render(commands), Map.of());
  }
}
