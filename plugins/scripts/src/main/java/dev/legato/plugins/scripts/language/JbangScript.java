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

/** Runs a Java program with JBang. */
@TaskType(
    value = "io.kestra.plugin.scripts.jbang.Script",
    title = "Runs a Java program with JBang that stands in the flow.",
    description =
        """
        ```yaml
        id: run
        type: io.kestra.plugin.scripts.jbang.Script
        script: |
          void main() { System.out.println("hello"); }
        ```

        Lines such as `::{"outputs": {"rows": 3}}::` become outputs.
        """)
public record JbangScript(
    @Property(
            value = "The image, where the script runs in a container.",
            defaultValue = "jbangdev/jbang-action")
        String containerImage,
    @Property(value = "The script.", renderedByTask = true) String script,
    @Property(value = "How the file of the script ends.", defaultValue = ".java") String extension,
    @Property(value = "Whether JBang itself says little.", defaultValue = "true") boolean quiet,
    @Inline ScriptOptions options)
    implements Task<ScriptResult> {
  @Override
  public ScriptResult run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    List<String> launch = quiet ? List.of("jbang", "--quiet") : List.of("jbang");
    Language language = Language.JBANG.with(extension, launch);
    return new ScriptRun(language, containerImage, options, context).script(script);
  }
}
