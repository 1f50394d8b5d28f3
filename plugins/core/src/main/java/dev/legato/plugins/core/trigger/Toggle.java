package dev.legato.plugins.core.trigger;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import org.jspecify.annotations.Nullable;

/** Switches a trigger on or off. */
@TaskType(
    value = "io.kestra.plugin.core.trigger.Toggle",
    aliases = "io.kestra.core.tasks.trigger.Toggle",
    title = "Switches a trigger on or off.",
    description =
        """
        The flow of the trigger stays as it is; only where the trigger stands changes.

        ```yaml
        id: stop_polling
        type: io.kestra.plugin.core.trigger.Toggle
        namespace: shop
        flowId: orders
        trigger: every_minute
        enabled: false
        ```
        """)
public record Toggle(
    @Property("Namespace of the flow; this one when absent.") @Nullable String namespace,
    @Property("The flow; this one when absent.") @Nullable String flowId,
    @Property("The id of the trigger.") String trigger,
    @Property(value = "Whether it fires from now on.", defaultValue = "false") boolean enabled)
    implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) throws TaskFailure {
    String ownNamespace = context.attempt().namespace();
    String ownFlow = context.attempt().flowId();
    context
        .triggers()
        .turn(
            namespace == null ? ownNamespace : namespace,
            flowId == null ? ownFlow : flowId,
            trigger,
            enabled);
    return NoOutput.NONE;
  }
}
