package dev.legato.orchestrator.trigger;

import dev.legato.engine.EvaluationFailure;
import dev.legato.language.expression.Truth;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.Join.Filter;
import dev.legato.model.flow.Join.Filter.Field;
import dev.legato.model.flow.Join.Filters;
import dev.legato.orchestrator.trigger.ConditionCheck.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds out whether the filters of {@code where} hold. */
final class FilterCheck {
  private static final String MATCH = "yes";

  private FilterCheck() {}

  static boolean holds(Filters filters, Subject subject, ConditionCheck check)
      throws EvaluationFailure {
    if (filters.all().isEmpty()) {
      return true;
    }
    for (Filter filter : filters.all()) {
      if (holds(filter, subject, check) == filters.oneIsEnough()) {
        return filters.oneIsEnough();
      }
    }
    return !filters.oneIsEnough();
  }

  private static boolean holds(Filter filter, Subject subject, ConditionCheck check)
      throws EvaluationFailure {
    List<String> values = new ArrayList<>();
    for (String template : filter.values()) {
      values.add(check.render(template, subject));
    }
    String value = values.isEmpty() ? "" : values.getFirst();
    String actual = filter.field() == Field.EXPRESSION ? value : actual(filter.field(), subject);
    return switch (filter.comparison()) {
      case EQUAL_TO -> actual.equals(value);
      case NOT_EQUAL_TO -> !actual.equals(value);
      case IN -> values.contains(actual);
      case NOT_IN -> !values.contains(actual);
      case IS_TRUE -> Truth.OF_TRIGGER_CONDITIONS.test(actual);
      case IS_FALSE -> !Truth.OF_TRIGGER_CONDITIONS.test(actual);
      case IS_NULL -> actual.isBlank();
      case IS_NOT_NULL -> !actual.isBlank();
      case STARTS_WITH -> actual.startsWith(value);
      case ENDS_WITH -> actual.endsWith(value);
      case CONTAINS -> actual.contains(value);
      case REGEX -> matches(actual, value, subject, check);
    };
  }

  private static String actual(Field field, Subject subject) {
    ExecutionRecord execution = subject.execution().orElseThrow().execution();
    return switch (field) {
      case FLOW_ID -> execution.flow().id();
      case NAMESPACE -> execution.flow().namespace();
      case STATE -> execution.status().name();
      case EXPRESSION -> "";
    };
  }

  /** By way of the expression language, which gives up when a pattern takes too long. */
  private static boolean matches(String text, String pattern, Subject subject, ConditionCheck check)
      throws EvaluationFailure {
    // what matches as a whole becomes another text
    String other = text.equals(MATCH) ? "" : MATCH;
    Map<String, Object> rules = Map.of("\\A(?:%s)\\z".formatted(pattern), other);
    return check
        .render(
            "{{ text | replace(rules, regexp=true) }}",
            new Subject(subject.flow(), Map.of("text", text, "rules", rules), subject.execution()))
        .equals(other);
  }
}
