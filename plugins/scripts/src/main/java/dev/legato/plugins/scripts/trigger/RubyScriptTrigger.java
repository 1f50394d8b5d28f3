package dev.legato.plugins.scripts.trigger;

import dev.legato.plugin.Finding;
import dev.legato.plugin.Inline;
import dev.legato.plugin.PollingTrigger;
import dev.legato.plugin.Property;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerType;
import dev.legato.plugins.scripts.language.RubyScript;
import dev.legato.plugins.scripts.run.ScriptOptions;
import java.io.IOException;
import java.util.Optional;

/** Runs a Ruby script every now and then. */
@TriggerType(
    value = "io.kestra.plugin.scripts.ruby.ScriptTrigger",
    title = "Starts the flow when a Ruby script shows what is waited for.",
    description =
        """
        ```yaml
        triggers:
          - id: watch
            type: io.kestra.plugin.scripts.ruby.ScriptTrigger
            interval: PT1M
            exitCondition: '"waiting":[1-9]'
            script: |
              puts '::{"outputs": {"waiting": 3}}::'
        ```

        The tasks of the flow read `{{ trigger.vars }}` and `{{ trigger.exitCode }}`. With `edge`, a
        flow starts when the condition becomes true, not as long as it is true.
        """)
public record RubyScriptTrigger(
    @Property(value = "The image, where it runs in a container.", defaultValue = "ruby")
        String containerImage,
    @Property(value = "The script.", renderedByTask = true) String script,
    @Inline WatchOptions watch,
    @Inline ScriptOptions options)
    implements PollingTrigger<Seen> {
  @Override
  public Optional<Finding<Seen>> poll(TriggerContext context)
      throws TaskFailure, IOException, InterruptedException {
    return Watch.look(context, watch, new RubyScript(containerImage, script, options)::run);
  }
}
