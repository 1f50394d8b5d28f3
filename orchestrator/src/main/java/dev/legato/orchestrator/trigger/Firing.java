package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trigger fires: an execution is to be created.
 *
 * @param execution what it will be called
 * @param key what it is created for: the same key makes one execution however often it is tried
 * @param variables what expressions see as {@code trigger}
 * @param inputs hide those of the trigger; not checked yet
 * @param labels added to those of the trigger
 * @param scheduleDate for which it fires; absent when it fires for no date
 * @param logFile the URI of the file with the log of the look that makes it fire, if any
 */
record Firing(
    Flow flow,
    Trigger trigger,
    ExecutionId execution,
    String key,
    Map<String, @Nullable Object> variables,
    Map<String, @Nullable Object> inputs,
    List<Label> labels,
    @Nullable Instant scheduleDate,
    @Nullable String logFile) {}
