package dev.legato.rest.trigger;

import dev.legato.model.trigger.Backfill;
import dev.legato.rest.flow.LabelView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the past that a schedule makes up for.
 *
 * @param currentDate the next date that it fires for
 * @param previousNextExecutionDate when the schedule goes on as usual
 */
public record BackfillView(
    Instant start,
    Instant end,
    Instant currentDate,
    boolean paused,
    Map<String, @Nullable Object> inputs,
    List<LabelView> labels,
    @Nullable Instant previousNextExecutionDate) {
  static @Nullable BackfillView of(@Nullable Backfill backfill) {
    return backfill == null
        ? null
        : new BackfillView(
            backfill.start(),
            backfill.end(),
            backfill.current(),
            backfill.paused(),
            backfill.inputs(),
            LabelView.of(backfill.labels()),
            backfill.resumeAt());
  }
}
