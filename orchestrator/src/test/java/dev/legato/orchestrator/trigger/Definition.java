package dev.legato.orchestrator.trigger;

import dev.legato.language.flow.FlowParser;
import dev.legato.language.schedule.Cron;
import dev.legato.language.schedule.Timetable;
import dev.legato.model.flow.DstGap;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the author of a simulated flow writes.
 *
 * @param weekend whether only dates on Saturdays and Sundays count
 */
record Definition(
    FlowId flow,
    int revision,
    String cron,
    String zone,
    @Nullable Recovery recovery,
    @Nullable Duration late,
    boolean weekend,
    boolean concurrent,
    boolean stops) {
  private static final List<String> SLOW_CRONS =
      List.of(
          "30 2 * * *",
          "@daily",
          "15 */6 * * *",
          "0 9 * * 1-5",
          "0 0 1 * *",
          "0 2,3 * * *",
          "30 1 * * *",
          "0 0 29 2 *",
          "30 23 * * 0",
          "45 1,13 * * *");
  private static final List<String> FAST_CRONS =
      List.of("* * * * *", "*/5 * * * *", "@hourly", "*/20 2 * * *", "7-11 * * * *", "0 */3 * * *");
  private static final List<String> ZONES =
      List.of(
          "Europe/Paris",
          "America/New_York",
          "Africa/Cairo",
          "Australia/Lord_Howe",
          "Antarctica/Troll",
          "UTC",
          "Asia/Kolkata",
          "America/Santiago",
          "Africa/Casablanca");

  /** A random one. */
  static Definition random(FlowId flow, int revision, boolean fast, RandomGenerator dice) {
    List<String> crons = fast ? FAST_CRONS : SLOW_CRONS;
    Recovery[] policies = Recovery.values();
    int policy = dice.nextInt(policies.length + 1);
    String cron = crons.get(dice.nextInt(crons.size()));
    return new Definition(
        flow,
        revision,
        cron,
        ZONES.get(dice.nextInt(ZONES.size())),
        policy == policies.length ? null : policies[policy],
        dice.nextInt(5) == 0 ? Duration.ofMinutes(1 + dice.nextInt(200)) : null,
        !fast && !cron.endsWith("1-5") && dice.nextInt(4) == 0,
        dice.nextInt(3) == 0,
        dice.nextInt(6) == 0);
  }

  /** The flow that the scheduler is given. */
  Flow flow(FlowParser parser, PlantedBug bug) {
    String source = source(bug);
    return parser
        .parse(source)
        .flow()
        .orElseThrow(
            () -> new IllegalStateException("Expected a flow in order, but got " + source));
  }

  private String source(PlantedBug bug) {
    var trigger = new StringBuilder("    cron: '%s'\n".formatted(cron));
    if (bug != PlantedBug.ZONE_IGNORED) {
      trigger.append("    timezone: %s\n".formatted(zone));
    }
    Recovery policy =
        switch (bug) {
          case RECOVERS_ALL -> Recovery.ALL;
          case RECOVERS_LAST -> Recovery.LAST;
          default -> recovery;
        };
    if (policy != null) {
      trigger.append("    recoverMissedSchedules: %s\n".formatted(policy));
    }
    if (late != null && bug != PlantedBug.LATE_ALLOWED) {
      trigger.append("    lateMaximumDelay: %s\n".formatted(late));
    }
    if (weekend && bug != PlantedBug.CONDITIONS_IGNORED) {
      trigger.append("    conditions: [{type: io.kestra.plugin.core.condition.Weekend}]\n");
    }
    if (bug == PlantedBug.GAP_SKIPPED) {
      trigger.append("    dstGap: SKIP\n");
    }
    trigger.append(concurrent ? "    allowConcurrent: true\n" : "");
    trigger.append(stops ? "    stopAfter: [FAILED]\n" : "");
    return """
        id: %s
        namespace: %s
        revision: %d
        tasks:
          - {id: wait, type: io.kestra.plugin.core.flow.Pause, delay: PT1S}
        triggers:
          - id: tick
            type: io.kestra.plugin.core.trigger.Schedule
        """
            .formatted(flow.id(), flow.namespace(), revision)
        + trigger;
  }

  /** The dates after one instant and before another, in order, found without the scheduler. */
  List<Instant> dates(Instant after, Instant before) {
    return timetable()
        .after(after)
        .takeWhile(date -> date.isBefore(before))
        .filter(this::counts)
        .toList();
  }

  /** The last date up to an instant. */
  Optional<Instant> last(Instant instant) {
    Timetable timetable = timetable();
    Optional<Instant> date = timetable.atOrBefore(instant);
    while (date.isPresent() && !counts(date.get())) {
      date = timetable.previous(date.get());
    }
    return date;
  }

  private boolean counts(Instant date) {
    return !weekend || date.atZone(ZoneId.of(zone)).getDayOfWeek().getValue() >= 6;
  }

  private Timetable timetable() {
    return Timetable.of(Cron.parse(cron, false), ZoneId.of(zone), DstGap.FIRE);
  }
}
