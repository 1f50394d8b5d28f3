package dev.legato.language.flow;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.model.flow.Condition;
import dev.legato.model.flow.Condition.DateTimeBetween;
import dev.legato.model.flow.Condition.DayWeek;
import dev.legato.model.flow.Condition.DayWeekInMonth;
import dev.legato.model.flow.Condition.DayWeekInMonth.Place;
import dev.legato.model.flow.Condition.ExecutionFlow;
import dev.legato.model.flow.Condition.ExecutionLabels;
import dev.legato.model.flow.Condition.ExecutionNamespace;
import dev.legato.model.flow.Condition.ExecutionOutputs;
import dev.legato.model.flow.Condition.ExecutionState;
import dev.legato.model.flow.Condition.Expression;
import dev.legato.model.flow.Condition.HasRetryAttempt;
import dev.legato.model.flow.Condition.Not;
import dev.legato.model.flow.Condition.Or;
import dev.legato.model.flow.Condition.OwnFlow;
import dev.legato.model.flow.Condition.OwnNamespace;
import dev.legato.model.flow.Condition.Part;
import dev.legato.model.flow.Condition.PublicHoliday;
import dev.legato.model.flow.Condition.TimeBetween;
import dev.legato.model.flow.Condition.Weekend;
import dev.legato.model.flow.FlowId;
import dev.legato.plugin.type.TypeDescriptor;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes conditions of documents that were found to be in order. */
final class ConditionDefinitions {
  private static final String DATE_OF_TRIGGER = "{{ trigger.date ?? now() }}";

  private ConditionDefinitions() {}

  /** Empty for a condition on several executions, which the trigger itself is asked about. */
  static Optional<Condition> of(DocumentValues values) {
    String written = values.requiredText("type");
    String type = BuiltInTypes.CONDITIONS.find(written).map(TypeDescriptor::name).orElse(written);
    return Optional.ofNullable(
        switch (type.substring(type.lastIndexOf('.') + 1)) {
          case "DateTimeBetween" ->
              new DateTimeBetween(
                  date(values), instant(values, "after"), instant(values, "before"));
          case "TimeBetween" ->
              new TimeBetween(date(values), time(values, "after"), time(values, "before"));
          case "DayWeek" -> new DayWeek(date(values), day(values));
          case "DayWeekInMonth" -> new DayWeekInMonth(date(values), day(values), place(values));
          case "Weekend" -> new Weekend(date(values));
          case "PublicHoliday" ->
              new PublicHoliday(date(values), values.text("country"), values.text("subDivision"));
          case "Expression" -> new Expression(values.requiredText("expression"));
          case "ExecutionOutputs" -> new ExecutionOutputs(values.requiredText("expression"));
          case "ExecutionFlow" -> new ExecutionFlow(flow(values));
          case "ExecutionNamespace" ->
              new ExecutionNamespace(values.requiredText("namespace"), part(values));
          case "ExecutionLabels" ->
              new ExecutionLabels(TriggerDefinitions.labels(values.value("labels")));
          case "ExecutionStatus" -> new ExecutionState(in(values), notIn(values));
          case "HasRetryAttempt" -> new HasRetryAttempt(in(values), notIn(values));
          case "FlowCondition" -> new OwnFlow(flow(values));
          case "FlowNamespaceCondition" ->
              new OwnNamespace(values.requiredText("namespace"), part(values));
          case "Not" -> new Not(nested(values));
          case "Or" -> new Or(nested(values));
          case "MultipleCondition" -> null;
          default ->
              throw new IllegalStateException("Expected a known condition, but it is " + type);
        });
  }

  private static List<Condition> nested(DocumentValues values) {
    return values.maps("conditions").stream()
        .map(ConditionDefinitions::of)
        .flatMap(Optional::stream)
        .toList();
  }

  private static String date(DocumentValues values) {
    return Optional.ofNullable(values.text("date")).orElse(DATE_OF_TRIGGER);
  }

  private static DayOfWeek day(DocumentValues values) {
    DayOfWeek day = values.choice("dayOfWeek", DayOfWeek.class);
    return Optional.ofNullable(day).orElseThrow(() -> absent("dayOfWeek"));
  }

  private static Place place(DocumentValues values) {
    Place place = values.choice("dayInMonth", Place.class);
    return Optional.ofNullable(place).orElseThrow(() -> absent("dayInMonth"));
  }

  private static IllegalStateException absent(String name) {
    return new IllegalStateException(
        "Expected '%s' to have been checked, but it is absent".formatted(name));
  }

  private static FlowId flow(DocumentValues values) {
    return new FlowId(values.requiredText("namespace"), values.requiredText("flowId"));
  }

  private static Part part(DocumentValues values) {
    String comparison = Optional.ofNullable(values.text("comparison")).orElse("");
    return switch (comparison.toUpperCase(java.util.Locale.ROOT)) {
      case "EQUALS" -> Part.ALL;
      case "PREFIX" -> Part.BEGINNING;
      case "SUFFIX" -> Part.END;
      default -> values.flag("prefix") ? Part.BEGINNING : Part.ALL;
    };
  }

  private static @Nullable List<String> in(DocumentValues values) {
    return values.texts("in").orElse(null);
  }

  private static List<String> notIn(DocumentValues values) {
    return values.texts("notIn").orElse(List.of());
  }

  /** Dates without a zone are UTC. */
  private static @Nullable ZonedDateTime instant(DocumentValues values, String name) {
    String text = values.text(name);
    if (text == null) {
      return null;
    }
    var parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text.strip(), ZonedDateTime::from, java.time.LocalDateTime::from, LocalDate::from);
    return switch (parsed) {
      case ZonedDateTime zoned -> zoned;
      case java.time.LocalDateTime local -> local.atZone(ZoneOffset.UTC);
      default -> LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC);
    };
  }

  /** Times without an offset are UTC. */
  private static @Nullable OffsetTime time(DocumentValues values, String name) {
    String text = values.text(name);
    if (text == null) {
      return null;
    }
    var parsed =
        DateTimeFormatter.ISO_TIME.parseBest(text.strip(), OffsetTime::from, LocalTime::from);
    return parsed instanceof OffsetTime time
        ? time
        : LocalTime.from(parsed).atOffset(ZoneOffset.UTC);
  }
}
