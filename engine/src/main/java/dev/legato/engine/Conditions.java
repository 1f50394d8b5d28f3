package dev.legato.engine;

import dev.legato.model.flow.Condition;
import dev.legato.model.flow.Condition.DateTimeBetween;
import dev.legato.model.flow.Condition.DayWeek;
import dev.legato.model.flow.Condition.DayWeekInMonth;
import dev.legato.model.flow.Condition.ExecutionFlow;
import dev.legato.model.flow.Condition.ExecutionLabels;
import dev.legato.model.flow.Condition.ExecutionNamespace;
import dev.legato.model.flow.Condition.ExecutionOutputs;
import dev.legato.model.flow.Condition.ExecutionState;
import dev.legato.model.flow.Condition.Expression;
import dev.legato.model.flow.Condition.HasRetryAttempt;
import dev.legato.model.flow.Condition.Not;
import dev.legato.model.flow.Condition.OnDate;
import dev.legato.model.flow.Condition.OnExecution;
import dev.legato.model.flow.Condition.Or;
import dev.legato.model.flow.Condition.OwnFlow;
import dev.legato.model.flow.Condition.OwnNamespace;
import dev.legato.model.flow.Condition.PublicHoliday;
import dev.legato.model.flow.Condition.TimeBetween;
import dev.legato.model.flow.Condition.Weekend;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides conditions, for listeners that hear of the end of an execution and for triggers that are
 * about to fire. It knows nothing but the facts that it is given: same condition, same facts, same
 * answer.
 */
public final class Conditions {
  private final Facts facts;

  public Conditions(Facts facts) {
    this.facts = facts;
  }

  /** The world in which conditions are asked. */
  public interface Facts {
    /** The flow that has the listener or the trigger. */
    FlowId own();

    /** The execution that is asked about; empty when there is none. */
    Optional<Subject> subject();

    /** The template with all its expressions replaced. */
    String text(String template) throws EvaluationFailure;

    /** The same for a template that reads the outputs of the execution, {@code trigger.outputs}. */
    default String textOfOutputs(String template) throws EvaluationFailure {
      return text(template);
    }
  }

  /**
   * An execution that conditions ask about.
   *
   * @param state the name of its state
   * @param retried names of the states of all attempts of task runs that were tried more than once
   */
  public record Subject(
      FlowId flow,
      String state,
      List<Label> labels,
      Map<String, @Nullable Object> outputs,
      Set<String> retried) {}

  /** Whether all conditions hold; so they do when there are none. */
  public boolean hold(Collection<Condition> conditions) throws EvaluationFailure {
    for (Condition condition : conditions) {
      if (!holds(condition)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a condition holds. */
  public boolean holds(Condition condition) throws EvaluationFailure {
    return switch (condition) {
      case OnDate it -> holds(it, AskedDate.parse(facts.text(it.date())));
      case OnExecution it -> holds(it, subject());
      case Expression it -> isTrue(facts.text(it.expression()));
      case OwnFlow it -> it.flow().equals(facts.own());
      case OwnNamespace it -> it.part().matches(facts.own().namespace(), it.namespace());
      case Not it -> !anyHolds(it.conditions());
      case Or it -> anyHolds(it.conditions());
    };
  }

  private boolean anyHolds(List<Condition> conditions) throws EvaluationFailure {
    for (Condition condition : conditions) {
      if (holds(condition)) {
        return true;
      }
    }
    return false;
  }

  private Subject subject() throws EvaluationFailure {
    return facts
        .subject()
        .orElseThrow(
            () ->
                new EvaluationFailure(
                    "A condition asks about an execution, but there is none here."));
  }

  private boolean holds(OnDate condition, AskedDate date) throws EvaluationFailure {
    return switch (condition) {
      case DateTimeBetween it -> date.isBetween(it.after(), it.before());
      case TimeBetween it -> date.isBetween(it.after(), it.before());
      case DayWeek it -> date.day().getDayOfWeek() == it.day();
      case DayWeekInMonth it -> date.isIn(it.day(), it.place());
      case Weekend _ -> date.isWeekend();
      case PublicHoliday it -> isHoliday(it, date);
    };
  }

  private boolean holds(OnExecution condition, Subject subject) throws EvaluationFailure {
    return switch (condition) {
      case ExecutionFlow it -> it.flow().equals(subject.flow());
      case ExecutionNamespace it -> it.part().matches(subject.flow().namespace(), it.namespace());
      case ExecutionLabels it -> subject.labels().containsAll(it.labels());
      case ExecutionState it -> isWanted(subject.state(), it.in(), it.notIn());
      case HasRetryAttempt it -> {
        for (String state : subject.retried()) {
          if (isWanted(state, it.in(), it.notIn())) {
            yield true;
          }
        }
        yield false;
      }
      case ExecutionOutputs it ->
          !subject.outputs().isEmpty() && isTrue(facts.textOfOutputs(it.expression()));
    };
  }

  private static boolean isWanted(String state, @Nullable List<String> in, List<String> notIn) {
    return (in == null || in.stream().anyMatch(state::equalsIgnoreCase))
        && notIn.stream().noneMatch(state::equalsIgnoreCase);
  }

  /** Blank and {@code false} are false, everything else is true, also 0. */
  private static boolean isTrue(String rendered) {
    String text = rendered.strip();
    return !text.isEmpty() && !text.equals("false");
  }

  private boolean isHoliday(PublicHoliday condition, AskedDate date) throws EvaluationFailure {
    String country = name(condition.country());
    String part = name(condition.subDivision());
    String arguments = "'" + date.day() + "'";
    if (country != null) {
      arguments += ", country='" + country + "'";
    }
    if (part != null) {
      arguments += ", subDivision='" + part + "'";
    }
    return facts.text("{{ isPublicHoliday(" + arguments + ") }}").equals("true");
  }

  private @Nullable String name(@Nullable String template) throws EvaluationFailure {
    String name = template == null ? "" : facts.text(template).strip();
    if (name.isEmpty()) {
      return null;
    }
    if (!name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')) {
      throw new EvaluationFailure("'%s' is no country and no part of one.".formatted(name));
    }
    return name;
  }
}
