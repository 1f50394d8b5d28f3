package dev.legato.rest.trigger;

import dev.legato.rest.flow.LabelView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the past that is to be made up for.
 *
 * @param end absent for now
 * @param inputs of the executions
 * @param labels of the executions
 */
public record BackfillRequest(
    Instant start,
    @Nullable Instant end,
    @Nullable Map<String, @Nullable Object> inputs,
    @Nullable List<LabelView> labels) {}
