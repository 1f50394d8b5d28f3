package dev.legato.language.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.legato.language.input.Refusal.Reason;
import dev.legato.language.yaml.Cost;
import dev.legato.model.flow.InputType;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InputValuesTest {
  static Stream<Arguments> accepted() {
    return Stream.of(
        arguments(InputType.STRING, "text", "text"),
        arguments(InputType.STRING, 12, "12"),
        arguments(InputType.STRING, "a\0b", "a\0b"),
        arguments(InputType.INT, "42", 42),
        arguments(InputType.INT, -7L, -7),
        arguments(InputType.INT, new BigInteger("5"), 5),
        arguments(InputType.FLOAT, "3.14", 3.14),
        arguments(InputType.FLOAT, 0.1, 0.1),
        arguments(InputType.FLOAT, 2, 2.0),
        arguments(InputType.BOOLEAN, "TRUE", true),
        arguments(InputType.BOOLEAN, "yes", false),
        arguments(InputType.BOOL, false, false),
        arguments(InputType.DATETIME, "2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"),
        arguments(InputType.DATETIME, "2026-01-31T12:00:00+02:00", "2026-01-31T10:00:00Z"),
        arguments(InputType.DATE, "2026-01-31", "2026-01-31"),
        arguments(InputType.TIME, "12:30", "12:30:00"),
        arguments(InputType.DURATION, "PT90S", "PT1M30S"),
        arguments(InputType.DURATION, 90, "PT1M30S"),
        arguments(InputType.JSON, "{\"a\": [1, null]}", Map.of("a", Arrays.asList(1, null))),
        arguments(InputType.JSON, List.of(1), List.of(1)),
        arguments(InputType.YAML, "a: [1, x]", Map.of("a", List.of(1, "x"))),
        arguments(InputType.URI, "https://example.com/a?b=c", "https://example.com/a?b=c"),
        arguments(InputType.EMAIL, "ada@example.com", "ada@example.com"),
        arguments(InputType.EMAIL, "", ""),
        arguments(InputType.ARRAY, "[\"a\", 1]", List.of("a", "1")),
        arguments(InputType.MULTISELECT, List.of("a"), List.of("a")),
        arguments(InputType.FILE, "kestra:///a/b.csv", "kestra:///a/b.csv"),
        arguments(InputType.FILE, "nsfile:///a/b.csv", "nsfile:///a/b.csv"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("accepted")
  void valuesAreStoredInOneForm(InputType type, Object given, Object stored) throws Refusal {
    assertThat(InputValues.read(type, Map.of(), given)).isEqualTo(stored);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments(InputType.STRING, Map.of(), List.of(), Reason.WRONG_TYPE),
        arguments(InputType.INT, Map.of(), "1.0", Reason.WRONG_TYPE),
        arguments(InputType.INT, Map.of(), 1.0, Reason.WRONG_TYPE),
        arguments(InputType.INT, Map.of(), 2147483648L, Reason.WRONG_TYPE),
        arguments(InputType.INT, Map.of(), new BigInteger("9".repeat(100)), Reason.WRONG_TYPE),
        arguments(InputType.INT, Map.of("min", 3), 2, Reason.OUT_OF_BOUNDS),
        arguments(InputType.INT, Map.of("max", 3), 4, Reason.OUT_OF_BOUNDS),
        arguments(InputType.FLOAT, Map.of(), "1e400", Reason.WRONG_TYPE),
        arguments(InputType.FLOAT, Map.of(), "NaN", Reason.WRONG_TYPE),
        arguments(InputType.FLOAT, Map.of("max", 1.5), "1.6", Reason.OUT_OF_BOUNDS),
        arguments(InputType.DATETIME, Map.of(), "2026-01-31T12:00:00", Reason.WRONG_TYPE),
        arguments(InputType.DATE, Map.of(), "2026-02-30", Reason.WRONG_TYPE),
        arguments(
            InputType.DATE, Map.of("after", "2026-01-01"), "2025-12-31", Reason.OUT_OF_BOUNDS),
        arguments(InputType.TIME, Map.of("before", "12:00:00"), "12:00:01", Reason.OUT_OF_BOUNDS),
        arguments(InputType.DURATION, Map.of(), "soon", Reason.WRONG_TYPE),
        arguments(InputType.DURATION, Map.of("max", "PT1M"), "PT2M", Reason.OUT_OF_BOUNDS),
        arguments(InputType.JSON, Map.of(), "{a", Reason.WRONG_TYPE),
        arguments(InputType.JSON, Map.of(), "{} {}", Reason.WRONG_TYPE),
        arguments(InputType.JSON, Map.of(), "[".repeat(100_000), Reason.WRONG_TYPE),
        arguments(InputType.YAML, Map.of(), "a: [", Reason.WRONG_TYPE),
        arguments(InputType.URI, Map.of(), "example", Reason.PATTERN),
        arguments(InputType.EMAIL, Map.of(), "ada", Reason.PATTERN),
        arguments(InputType.STRING, Map.of("validator", "[a-z]+"), "abc1", Reason.PATTERN),
        arguments(InputType.ENUM, Map.of("values", List.of("a")), "b", Reason.NOT_AMONG_VALUES),
        arguments(
            InputType.MULTISELECT,
            Map.of("values", List.of("a")),
            List.of("a", "b"),
            Reason.NOT_AMONG_VALUES),
        arguments(InputType.ARRAY, Map.of("itemType", "INT"), "[1, \"x\"]", Reason.WRONG_TYPE),
        arguments(InputType.ARRAY, Map.of("itemType", "INT"), "{}", Reason.WRONG_TYPE),
        arguments(InputType.ARRAY, Map.of("itemType", "INT"), "[null]", Reason.WRONG_TYPE),
        arguments(InputType.FILE, Map.of(), "file:///etc/passwd", Reason.WRONG_TYPE),
        arguments(
            InputType.FILE,
            Map.of("allowedFileExtensions", List.of(".csv")),
            "kestra:///a.txt",
            Reason.EXTENSION));
  }

  @Test
  void aMistakeInJsonIsPlaced() {
    assertThatThrownBy(() -> InputValues.read(InputType.JSON, Map.of(), "{\"a\":\n 1,}"))
        .hasMessage("must be JSON; the mistake is at line 2, column 4");
  }

  @ParameterizedTest(name = "{0} {1}: {3}")
  @MethodSource("refused")
  void valuesThatDoNotFitAreRefused(
      InputType type, Map<String, ?> rules, Object given, Reason reason) {
    assertThatThrownBy(() -> InputValues.read(type, rules, given))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(.*)(.*)(.*)(.*)(.*)(.*)b", "(a|aa|b)*c"})
  void aPatternThatTakesForeverIsStopped(String pattern) {
    Map<String, Object> rules = Map.of("validator", pattern);

    Cost cost =
        Cost.of(
            () ->
                assertThatThrownBy(
                        () -> InputValues.read(InputType.STRING, rules, "a".repeat(100_000)))
                    .hasMessageContaining("takes too long"));

    assertThat(cost.cpu()).isLessThan(Duration.ofSeconds(2));
  }
}
