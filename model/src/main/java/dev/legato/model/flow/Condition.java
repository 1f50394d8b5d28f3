package dev.legato.model.flow;

import java.time.DayOfWeek;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that holds or does not hold when a trigger is about to fire, or an execution ended. */
public sealed interface Condition {
  /** A question about a date, which a template gives. */
  sealed interface OnDate extends Condition {
    /** Renders to a date, with or without a time. */
    String date();
  }

  /** A question about the execution that changed; asked without one, it cannot be answered. */
  sealed interface OnExecution extends Condition {}

  /** Later than one instant, earlier than another. */
  record DateTimeBetween(String date, @Nullable ZonedDateTime after, @Nullable ZonedDateTime before)
      implements OnDate {}

  /** Later than one time of the day, earlier than another; never true over midnight. */
  record TimeBetween(String date, @Nullable OffsetTime after, @Nullable OffsetTime before)
      implements OnDate {}

  record DayWeek(String date, DayOfWeek day) implements OnDate {}

  /** Such as the last Friday of a month. */
  record DayWeekInMonth(String date, DayOfWeek day, Place place) implements OnDate {
    /** Which of the days of that name in the month. */
    public enum Place {
      FIRST,
      SECOND,
      THIRD,
      FOURTH,
      LAST
    }
  }

  /** Saturday or Sunday. */
  record Weekend(String date) implements OnDate {}

  /**
   * A holiday of a country.
   *
   * @param country a template for an ISO code; absent means the server's
   * @param subDivision a template for a part of the country
   */
  record PublicHoliday(String date, @Nullable String country, @Nullable String subDivision)
      implements OnDate {}

  /** A template that must render to something other than nothing and {@code false}. */
  record Expression(String expression) implements Condition {}

  /** As {@link Expression}, and false for executions without outputs. */
  record ExecutionOutputs(String expression) implements OnExecution {}

  record ExecutionFlow(FlowId flow) implements OnExecution {}

  record ExecutionNamespace(String namespace, Part part) implements OnExecution {}

  /** All of the labels must be there. */
  record ExecutionLabels(List<Label> labels) implements OnExecution {}

  /**
   * The execution is in a state.
   *
   * @param in names of states, one of which must be that of the execution; absent for any
   * @param notIn names of states, none of which may be
   */
  record ExecutionState(@Nullable List<String> in, List<String> notIn) implements OnExecution {}

  /** A task run was tried again, and the state of one of its attempts is as wanted. */
  record HasRetryAttempt(@Nullable List<String> in, List<String> notIn) implements OnExecution {}

  /** Asks for the flow that has the trigger. */
  record OwnFlow(FlowId flow) implements Condition {}

  /** Asks for the namespace of the flow that has the trigger. */
  record OwnNamespace(String namespace, Part part) implements Condition {}

  /** None of them holds. */
  record Not(List<Condition> conditions) implements Condition {}

  /** One of them holds. */
  record Or(List<Condition> conditions) implements Condition {}

  /** Which part of a text must be the same. */
  enum Part {
    ALL,
    BEGINNING,
    END;

    /** Whether that part of the text is as wanted. */
    public boolean matches(String text, String wanted) {
      return switch (this) {
        case ALL -> text.equals(wanted);
        case BEGINNING -> text.startsWith(wanted);
        case END -> text.endsWith(wanted);
      };
    }
  }
}
