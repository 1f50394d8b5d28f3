package dev.legato.plugin.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.type.ConversionException.Problem;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskBinderTest {
  private static final TaskBinder LOAD = binder(Load.class);

  @Test
  void convertsEachValueToItsComponent() throws Exception {
    Map<String, Object> values =
        Map.of(
            "table", "sales",
            "rows", "12",
            "pause", 2,
            "level", "warn",
            "columns", List.of(Map.of("name", "id"), Map.of("name", "day", "width", 10)));

    assertThat(LOAD.bind(values))
        .isEqualTo(
            new Load(
                "sales",
                12,
                Duration.ofSeconds(2),
                Level.WARN,
                List.of(new Column("id", 1), new Column("day", 10))));
  }

  @Test
  void whatIsNotGivenGetsItsDefaultOrNull() throws Exception {
    assertThat(LOAD.bind(Map.of("table", "sales")))
        .isEqualTo(new Load("sales", 100, Duration.ofSeconds(1), null, null));
  }

  @Test
  void nullCountsAsNotGiven() throws Exception {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("table", "sales");
    values.put("rows", null);
    values.put("columns", null);

    assertThat(LOAD.bind(values)).isEqualTo(LOAD.bind(Map.of("table", "sales")));
    assertThatThrownBy(() -> LOAD.bind(Collections.singletonMap("table", null)))
        .hasMessage("property 'table' is missing; it must be a text");
  }

  @Test
  void anOlderNameWorksLikeTheNewOne() throws Exception {
    assertThat(LOAD.bind(Map.of("target", "sales"))).isEqualTo(LOAD.bind(Map.of("table", "sales")));
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        arguments(Map.of(), List.of(new Problem("table", "is missing; it must be a text"))),
        arguments(
            Map.of("table", "a", "target", "b"),
            List.of(new Problem("table", "is given a second time as 'target'; keep one"))),
        arguments(
            Map.of("table", "a", "rowz", 1),
            List.of(
                new Problem(
                    "rowz", "is not known here; known are table, rows, pause, level, columns"))),
        arguments(
            Map.of("target", List.of()),
            List.of(new Problem("target", "must be a text", List.of()))),
        arguments(
            Map.of("table", "a", "columns", List.of(Map.of("name", "id", "wide", 1), "x")),
            List.of(
                new Problem("columns[0].wide", "is not known here; known are name, width"),
                new Problem("columns[1]", "must be a map with the keys name, width", "x"))),
        arguments(
            Map.of("rows", "many", "level", "LOUD"),
            List.of(
                new Problem("table", "is missing; it must be a text"),
                new Problem("rows", "must be a whole number", "many"),
                new Problem("level", "must be one of TRACE, DEBUG, INFO, WARN, ERROR", "LOUD"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("problems")
  void reportsEverythingThatIsWrong(Map<String, Object> values, List<Problem> expected) {
    ConversionException refusal =
        catchThrowableOfType(ConversionException.class, () -> LOAD.bind(values));

    assertThat(refusal.problems()).isEqualTo(expected);
  }

  @Test
  void aProblemCanBeToldWithoutTheValue() {
    ConversionException refusal =
        catchThrowableOfType(
            ConversionException.class,
            () -> LOAD.bind(Map.of("table", "a", "rows", "s3cret", "level", 12345)));

    assertThat(refusal.problems())
        .extracting(Problem::discreetSentence)
        .containsExactly(
            "property 'rows' must be a whole number, but is another text",
            "property 'level' must be one of TRACE, DEBUG, INFO, WARN, ERROR, but is another"
                + " number");
  }

  @Test
  void whatTheRecordItselfRefusesIsAProblemToo() {
    assertThatThrownBy(() -> LOAD.bind(Map.of("table", "a", "rows", -1)))
        .isInstanceOf(ConversionException.class)
        .hasMessage("rows must not be below zero");
  }

  @Test
  void aTaskWithoutPropertiesTakesNone() throws Exception {
    TaskBinder idle = binder(Idle.class);

    assertThat(idle.bind(Map.of())).isEqualTo(new Idle());
    assertThatThrownBy(() -> idle.bind(Map.of("x", 1)))
        .hasMessage("property 'x' is not known here; there are none");
  }

  @Test
  void aPropertyOfAStrangeClassIsAMistakeOfThePlugin() {
    assertThatThrownBy(() -> binder(Strange.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Strange.thread");
  }

  @Test
  void aDefaultThatDoesNotFitIsAMistakeOfThePlugin() {
    assertThatThrownBy(() -> binder(Sloppy.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Sloppy.rows to fit, but it must be a whole number");
  }

  private static TaskBinder binder(Class<?> task) {
    TypeIndex.Entry entry = new TypeIndex.Entry(task.getName(), "test", List.of());
    return TaskClass.load(entry, task.getClassLoader());
  }

  record Column(String name, @Property(value = "In characters.", defaultValue = "1") int width) {}

  @TaskType(value = "test.Load", title = "Loads.")
  record Load(
      @Property(value = "Where to.", aliases = "target") String table,
      @Property(value = "How many.", defaultValue = "100") int rows,
      @Property(value = "In between.", defaultValue = "PT1S") Duration pause,
      @Nullable Level level,
      @Nullable List<Column> columns)
      implements Task<NoOutput> {
    Load {
      if (rows < 0) {
        throw new IllegalArgumentException("rows must not be below zero");
      }
    }

    @Override
    public NoOutput run(TaskContext context) {
      return NoOutput.NONE;
    }
  }

  @TaskType(value = "test.Idle", title = "Does nothing.")
  record Idle() implements Task<NoOutput> {
    @Override
    public NoOutput run(TaskContext context) {
      return NoOutput.NONE;
    }
  }

  @TaskType(value = "test.Strange", title = "Cannot be bound.")
  record Strange(Thread thread) implements Task<NoOutput> {
    @Override
    public NoOutput run(TaskContext context) {
      return NoOutput.NONE;
    }
  }

  @TaskType(value = "test.Sloppy", title = "Cannot be bound.")
  record Sloppy(@Property(value = "How many.", defaultValue = "many") int rows)
      implements Task<NoOutput> {
    @Override
    public NoOutput run(TaskContext context) {
      return NoOutput.NONE;
    }
  }
}
