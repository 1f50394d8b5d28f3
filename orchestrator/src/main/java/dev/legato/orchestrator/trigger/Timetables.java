package dev.legato.orchestrator.trigger;

import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.language.schedule.Cron;
import dev.legato.language.schedule.Timetable;
import dev.legato.model.flow.DstGap;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.TriggerEvent.OnDates;
import dev.legato.model.flow.TriggerEvent.Schedule;
import dev.legato.model.flow.TriggerEvent.Timed;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The timetables of triggers, as their authors define them. */
final class Timetables {
  /** A rule is small, and quickly read again. */
  private static final int KEPT_RULES = 10_000;

  private final Expressions expressions;
  private final ZoneId serverZone;
  private final Map<Rule, Times> rules = new ConcurrentHashMap<>();

  /** When a trigger fires, and in which zone its dates are told. */
  record Times(Timetable timetable, ZoneId zone) {}

  /**
   * When a schedule fires, as far as no expression has a say in it.
   *
   * @param timezone the id of a zone; absent means the server's
   */
  private record Rule(String cron, boolean withSeconds, @Nullable String timezone, DstGap gap) {}

  /** The message is a sentence for the author of the flow. */
  static final class UnreadableTimesException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableTimesException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  Timetables(Expressions expressions, ZoneId serverZone) {
    this.expressions = expressions;
    this.serverZone = serverZone;
  }

  ZoneId serverZone() {
    return serverZone;
  }

  Times of(Flow flow, Timed event) throws UnreadableTimesException {
    if (event instanceof Schedule schedule && !isTemplate(schedule.timezone())) {
      return ofRule(schedule);
    }
    Map<String, @Nullable Object> variables = TriggerScope.of(flow, Map.of());
    try {
      ZoneId zone = zone(event.timezone(), variables);
      return switch (event) {
        case Schedule schedule ->
            new Times(
                Timetable.of(
                    Cron.parse(schedule.cron(), schedule.withSeconds()), zone, schedule.gap()),
                zone);
        case OnDates onDates ->
            new Times(Timetable.onDates(dates(onDates.dates(), variables), zone), zone);
      };
    } catch (ExpressionException e) {
      throw new UnreadableTimesException(
          "Its dates or its time zone cannot be rendered: " + e.getMessage(), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableTimesException(String.valueOf(e.getMessage()), e);
    }
  }

  private Times ofRule(Schedule schedule) throws UnreadableTimesException {
    var rule =
        new Rule(schedule.cron(), schedule.withSeconds(), schedule.timezone(), schedule.gap());
    Times known = rules.get(rule);
    if (known != null) {
      return known;
    }
    Times read = times(rule);
    if (rules.size() >= KEPT_RULES) {
      rules.clear();
    }
    rules.put(rule, read);
    return read;
  }

  private static boolean isTemplate(@Nullable String text) {
    return text != null && text.indexOf('{') >= 0;
  }

  /**
   * Of a cron expression that belongs to no flow.
   *
   * @param zone the id of a zone; absent means the server's
   */
  Times of(String cron, boolean withSeconds, @Nullable String zone)
      throws UnreadableTimesException {
    return times(new Rule(cron, withSeconds, zone, DstGap.FIRE));
  }

  private Times times(Rule rule) throws UnreadableTimesException {
    String written = rule.timezone();
    try {
      ZoneId zone = written == null ? serverZone : ZoneId.of(written);
      Cron cron = Cron.parse(rule.cron(), rule.withSeconds());
      return new Times(Timetable.of(cron, zone, rule.gap()), zone);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableTimesException(String.valueOf(e.getMessage()), e);
    }
  }

  private ZoneId zone(@Nullable String written, Map<String, @Nullable Object> variables)
      throws ExpressionException {
    return written == null ? serverZone : ZoneId.of(expressions.renderText(written, variables));
  }

  private List<String> dates(Object written, Map<String, @Nullable Object> variables)
      throws ExpressionException {
    return expressions.renderDeep(written, variables) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(expressions.renderDeep(written, variables)));
  }
}
