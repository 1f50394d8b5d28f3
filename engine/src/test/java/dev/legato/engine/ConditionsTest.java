package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.legato.model.flow.Label;
import java.time.DayOfWeek;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionsTest {
  private static final FlowId LOAD = new FlowId("company.team", "load");
  private static final FlowId WATCH = new FlowId("company.ops", "watch");

  /** A flow that watches another one, in a world where templates stand for themselves. */
  private record World(Optional<Conditions.Subject> subject) implements Conditions.Facts {
    @Override
    public FlowId own() {
      return WATCH;
    }

    @Override
    public String text(String template) throws EvaluationFailure {
      if (template.startsWith("{{ isPublicHoliday")) {
        return Boolean.toString(template.contains("'2026-07-14', country='FR'"));
      }
      if (template.equals("nothing")) {
        throw new EvaluationFailure("nothing is undefined");
      }
      return template;
    }
  }

  private static final Conditions CONDITIONS =
      new Conditions(
          new World(
              Optional.of(
                  new Conditions.Subject(
                      LOAD,
                      "FAILED",
                      List.of(new Label("team", "data"), new Label("cost", "1")),
                      Map.of("rows", 3),
                      Set.of("FAILED", "SUCCESS")))));

  @ParameterizedTest(name = "{0} between {1} and {2}: {3}")
  @CsvSource({
    "2026-03-01T10:00:00Z, 2026-03-01T09:59:59Z,      2026-03-01T10:00:01Z,      true",
    "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z,      2026-03-01T10:00:01Z,      false",
    "2026-03-01T10:00:00Z, ,                          2026-03-01T10:00:00Z,      false",
    "2026-03-01T10:00:00,  2026-03-01T10:30:00+01:00, ,                          true",
    "2026-03-01,           2026-02-28T23:59:59Z,      2026-03-01T00:00:01Z,      true",
  })
  void datesLieBetweenOthers(String date, ZonedDateTime after, ZonedDateTime before, boolean holds)
      throws Exception {
    assertThat(CONDITIONS.holds(new DateTimeBetween(date, after, before))).isEqualTo(holds);
  }

  @ParameterizedTest(name = "{0} between {1} and {2}: {3}")
  @CsvSource({
    "2026-03-01T10:00:00Z,      09:00Z, 11:00Z,      true",
    "2026-03-01T10:00:00+02:00, 09:00Z, 11:00Z,      false",
    "2026-03-01T10:00:00Z,      ,       11:00+02:00, false",
    "2026-03-01T23:30:00Z,      22:00Z, 06:00Z,      false",
  })
  void timesLieBetweenOthers(String date, OffsetTime after, OffsetTime before, boolean holds)
      throws Exception {
    assertThat(CONDITIONS.holds(new TimeBetween(date, after, before))).isEqualTo(holds);
  }

  @ParameterizedTest(name = "{0}: {1} {2} of the month: {3}")
  @CsvSource({
    "2026-03-02, MONDAY, FIRST,  true",
    "2026-03-09, MONDAY, FIRST,  false",
    "2026-03-09, MONDAY, SECOND, true",
    "2026-03-30, MONDAY, LAST,   true",
    "2026-03-23, MONDAY, LAST,   false",
    "2026-03-23, MONDAY, FOURTH, true",
    "2026-03-24, MONDAY, FOURTH, false",
  })
  void daysHaveAPlaceInTheirMonth(String date, DayOfWeek day, Place place, boolean holds)
      throws Exception {
    assertThat(CONDITIONS.holds(new DayWeekInMonth(date, day, place))).isEqualTo(holds);
  }

  static Stream<Arguments> others() {
    var failed = new ExecutionState(List.of("failed"), List.of());
    var ended = new ExecutionState(null, List.of("SUCCESS"));
    return Stream.of(
        Arguments.of(new DayWeek("2026-03-01", DayOfWeek.SUNDAY), true),
        Arguments.of(new DayWeek("2026-03-01", DayOfWeek.MONDAY), false),
        Arguments.of(new Weekend("2026-03-01"), true),
        Arguments.of(new Weekend("2026-03-02"), false),
        Arguments.of(new PublicHoliday("2026-07-14", "FR", null), true),
        Arguments.of(new PublicHoliday("2026-07-15", "FR", null), false),
        Arguments.of(new Expression("0"), true),
        Arguments.of(new Expression(" false "), false),
        Arguments.of(new Expression(" "), false),
        Arguments.of(new ExecutionOutputs("yes"), true),
        Arguments.of(new ExecutionOutputs("false"), false),
        Arguments.of(failed, true),
        Arguments.of(ended, true),
        Arguments.of(new ExecutionState(List.of("FAILED"), List.of("FAILED")), false),
        Arguments.of(new ExecutionState(null, List.of()), true),
        Arguments.of(new ExecutionFlow(LOAD), true),
        Arguments.of(new ExecutionFlow(WATCH), false),
        Arguments.of(new ExecutionNamespace("company", Part.BEGINNING), true),
        Arguments.of(new ExecutionNamespace("team", Part.END), true),
        Arguments.of(new ExecutionNamespace("company", Part.ALL), false),
        Arguments.of(new ExecutionLabels(List.of(new Label("team", "data"))), true),
        Arguments.of(new ExecutionLabels(List.of(new Label("team", "other"))), false),
        Arguments.of(new HasRetryAttempt(List.of("FAILED"), List.of()), true),
        Arguments.of(new HasRetryAttempt(List.of("KILLED"), List.of()), false),
        Arguments.of(new HasRetryAttempt(null, List.of("FAILED")), true),
        Arguments.of(new OwnFlow(WATCH), true),
        Arguments.of(new OwnFlow(LOAD), false),
        Arguments.of(new OwnNamespace("company.ops", Part.ALL), true),
        Arguments.of(new Not(List.of(new Expression("false"), new Expression(""))), true),
        Arguments.of(new Not(List.of(new Expression("false"), failed)), false),
        Arguments.of(new Or(List.of(new Expression("false"), failed)), true),
        Arguments.of(new Or(List.of()), false));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("others")
  void conditionsAreDecidedOnTheFacts(Condition condition, boolean holds) throws Exception {
    assertThat(CONDITIONS.holds(condition)).isEqualTo(holds);
  }

  @Test
  void allOfAListMustHold() throws Exception {
    assertThat(CONDITIONS.hold(List.of())).isTrue();
    assertThat(CONDITIONS.hold(List.of(new Expression("1"), new Expression("1")))).isTrue();
    assertThat(CONDITIONS.hold(List.of(new Expression("1"), new Expression("false")))).isFalse();
  }

  static Stream<Arguments> unanswerable() {
    return Stream.of(
        Arguments.of(new Weekend("soon"), "The date of a condition must be one such as"),
        Arguments.of(new DateTimeBetween("2026-03-01", null, null), "neither 'after' nor"),
        Arguments.of(new Expression("nothing"), "nothing is undefined"),
        Arguments.of(new PublicHoliday("2026-03-01", "F'R", null), "'F'R' is no country"));
  }

  @ParameterizedTest
  @MethodSource("unanswerable")
  void whatCannotBeAnsweredSaysWhy(Condition condition, String reason) {
    assertThatThrownBy(() -> CONDITIONS.holds(condition))
        .isInstanceOf(EvaluationFailure.class)
        .hasMessageContaining(reason);
  }

  @Test
  void anExecutionThatIsAskedAboutMustBeThere() {
    var alone = new Conditions(new World(Optional.empty()));

    assertThatThrownBy(() -> alone.holds(new ExecutionFlow(LOAD)))
        .isInstanceOf(EvaluationFailure.class)
        .hasMessageContaining("there is none here");
  }
}
