package dev.legato.plugin.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.type.PropertyType.Choice;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PropertyTypeTest {
  private static final Choice LEVEL = new Choice(Level.class);

  static Stream<Arguments> fittingValues() {
    return Stream.of(
        arguments(Scalar.TEXT, "a", "a"),
        arguments(Scalar.TEXT, "", ""),
        arguments(Scalar.TEXT, 12, "12"),
        arguments(Scalar.TEXT, 1.5, "1.5"),
        arguments(Scalar.TEXT, new BigDecimal("1E+3"), "1000"),
        arguments(Scalar.TEXT, true, "true"),
        arguments(Scalar.BOOLEAN, false, false),
        arguments(Scalar.BOOLEAN, " True ", true),
        arguments(Scalar.INTEGER, 7, 7),
        arguments(Scalar.INTEGER, 7L, 7),
        arguments(Scalar.INTEGER, 7.0, 7),
        arguments(Scalar.INTEGER, " 7 ", 7),
        arguments(Scalar.INTEGER, -2147483648L, Integer.MIN_VALUE),
        arguments(Scalar.LONG, 3_000_000_000L, 3_000_000_000L),
        arguments(Scalar.LONG, "3000000000", 3_000_000_000L),
        arguments(Scalar.LONG, BigInteger.TEN, 10L),
        arguments(Scalar.NUMBER, 1, 1.0),
        arguments(Scalar.NUMBER, "2.5e1", 25.0),
        arguments(Scalar.DURATION, "PT1M", Duration.ofMinutes(1)),
        arguments(Scalar.DURATION, "p1dt2h", Duration.ofHours(26)),
        arguments(Scalar.DURATION, "-PT1S", Duration.ofSeconds(-1)),
        arguments(Scalar.DURATION, 90, Duration.ofSeconds(90)),
        arguments(Scalar.DURATION, 0.25, Duration.ofMillis(250)),
        arguments(Scalar.DURATION, "1.5", Duration.ofMillis(1500)),
        arguments(Scalar.DURATION, Duration.ZERO, Duration.ZERO),
        arguments(Scalar.DATE_TIME, "2026-01-31T12:00:00Z", Instant.parse("2026-01-31T12:00:00Z")),
        arguments(
            Scalar.DATE_TIME, "2026-01-31T12:00:00+02:00", Instant.parse("2026-01-31T10:00:00Z")),
        arguments(
            Scalar.DATE_TIME,
            "2026-01-31T12:00:00+01:00[Europe/Paris]",
            Instant.parse("2026-01-31T11:00:00Z")),
        arguments(Scalar.URI, "kestra:///a/b", URI.create("kestra:///a/b")),
        arguments(Scalar.ANY, List.of(1, "a"), List.of(1, "a")),
        arguments(LEVEL, "WARN", Level.WARN),
        arguments(LEVEL, "warn", Level.WARN),
        arguments(LEVEL, Level.INFO, Level.INFO),
        arguments(new ListOf(Scalar.INTEGER), List.of("1", 2), List.of(1, 2)),
        arguments(new ListOf(Scalar.ANY), Arrays.asList("a", null), Arrays.asList("a", null)),
        arguments(
            new MapOf(Scalar.DURATION), Map.of("a", "PT1S"), Map.of("a", Duration.ofSeconds(1))),
        arguments(
            new MapOf(new ListOf(Scalar.TEXT)),
            Map.of("a", List.of(1)),
            Map.of("a", List.of("1"))));
  }

  @ParameterizedTest(name = "{0} takes {1}")
  @MethodSource("fittingValues")
  void takesWhatFits(PropertyType type, Object value, Object converted) throws Exception {
    assertThat(type.convert(value)).isEqualTo(converted);
  }

  static Stream<Arguments> unfitValues() {
    return Stream.of(
        arguments(Scalar.TEXT, List.of(), "must be a text, but is a list"),
        arguments(Scalar.TEXT, Map.of(), "must be a text, but is a map"),
        arguments(Scalar.BOOLEAN, "yes", "must be true or false, but is the text 'yes'"),
        arguments(Scalar.BOOLEAN, 1, "must be true or false, but is the number 1"),
        arguments(Scalar.INTEGER, "a", "must be a whole number, but is the text 'a'"),
        arguments(Scalar.INTEGER, "", "must be a whole number, but is the text ''"),
        arguments(Scalar.INTEGER, 1.5, "must be a whole number, but is the number 1.5"),
        arguments(
            Scalar.INTEGER, 3_000_000_000L, "must be a whole number, but is the number 3000000000"),
        arguments(Scalar.INTEGER, true, "must be a whole number, but is true"),
        arguments(Scalar.NUMBER, Double.NaN, "must be a number, but is the number NaN"),
        arguments(
            Scalar.DURATION,
            "5 minutes",
            "must be a duration such as PT30S, or a number of seconds, but is the text"
                + " '5 minutes'"),
        arguments(
            Scalar.DURATION,
            "PT",
            "must be a duration such as PT30S, or a number of seconds, but is the text 'PT'"),
        arguments(
            Scalar.DATE_TIME,
            "2026-01-31T12:00:00",
            "must be a date and time with a zone, such as 2026-01-31T12:00:00Z, but is the text"
                + " '2026-01-31T12:00:00'"),
        arguments(Scalar.URI, "a b", "must be a URI, but is the text 'a b'"),
        arguments(
            LEVEL,
            "LOUD",
            "must be one of TRACE, DEBUG, INFO, WARN, ERROR, but is the text 'LOUD'"),
        arguments(new ListOf(Scalar.TEXT), "a", "must be a list, but is the text 'a'"),
        arguments(
            new ListOf(Scalar.INTEGER),
            List.of(1, "x", 3, "y"),
            "property '[1]' must be a whole number, but is the text 'x'; property '[3]' must be a"
                + " whole number, but is the text 'y'"),
        arguments(
            new ListOf(Scalar.TEXT),
            Collections.singletonList(null),
            "property '[0]' must be a text, but is null"),
        arguments(
            new MapOf(new ListOf(Scalar.INTEGER)),
            Map.of("a", List.of("x")),
            "property 'a[0]' must be a whole number, but is the text 'x'"));
  }

  @ParameterizedTest(name = "{0} refuses {1}")
  @MethodSource("unfitValues")
  void saysWhatIsWrong(PropertyType type, Object value, String message) {
    assertThatThrownBy(() -> type.convert(value))
        .isInstanceOf(ConversionException.class)
        .hasMessage(message);
  }

  @Test
  void aLongTextIsShownInPart() {
    assertThatThrownBy(() -> Scalar.INTEGER.convert("x".repeat(1_000)))
        .hasMessage("must be a whole number, but is the text '" + "x".repeat(50) + "…'");
  }

  @ParameterizedTest
  @EnumSource(names = {"INTEGER", "LONG", "DURATION"})
  void aHugeExponentIsRefusedWithoutWritingItOut(Scalar type) {
    assertThatThrownBy(() -> type.convert("1e999999999")).isInstanceOf(ConversionException.class);
    assertThatThrownBy(() -> type.convert("1e-999999999")).isInstanceOf(ConversionException.class);
  }

  @Test
  void aHugeExponentStaysAnExponentInText() throws Exception {
    assertThat(Scalar.TEXT.convert(new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
  }
}
