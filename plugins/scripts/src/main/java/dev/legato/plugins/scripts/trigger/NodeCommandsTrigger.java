package dev.legato.plugins.scripts.trigger;

import dev.legato.plugin.Finding;
import dev.legato.plugin.Inline;
import dev.legato.plugin.PollingTrigger;
import dev.legato.plugin.Property;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerType;
import dev.legato.plugins.scripts.language.NodeCommands;
import dev.legato.plugins.scripts.run.ScriptOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs commands of a shell that finds Node every now and then. */
@TriggerType(
    value = "io.kestra.plugin.scripts.node.CommandsTrigger",
    title = "Starts the flow when commands of a shell that finds Node show what is waited for.",
    description =
        """
        ```yaml
        triggers:
          - id: watch
            type: io.kestra.plugin.scripts.node.CommandsTrigger
            interval: PT1M
            exitCondition: exit 0
            commands:
              - test -e /data/ready
        ```

        The tasks of the flow read `{{ trigger.vars }}` and `{{ trigger.exitCode }}`. With `edge`, a
        flow starts when the condition becomes true, not as long as it is true.
        """)
public record NodeCommandsTrigger(
    @Property(value = "The image, where it runs in a container.", defaultValue = "node")
        String containerImage,
    @Property(value = "The commands.", renderedByTask = true) List<String> commands,
    @Inline WatchOptions watch,
    @Inline ScriptOptions options)
    implements PollingTrigger<Seen> {
  @Override
  public Optional<Finding<Seen>> poll(TriggerContext context)
      throws TaskFailure, IOException, InterruptedException {
    return Watch.look(context, watch, new NodeCommands(containerImage, commands, options)::run);
  }
}
