package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.TaskLog.Level;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonOutputsTest {
  private final JsonOutputs json = new JsonOutputs();

  private record Holder(@Nullable Object value, @Nullable String absent) {}

  private record Answer(
      @Property(value = "What was found.", always = true) @Nullable Object value) {}

  private record Point(int x, @Nullable Integer y) {}

  static Stream<Arguments> values() {
    return Stream.of(
        arguments("a", "a"),
        arguments(1, 1),
        arguments(2L, 2L),
        arguments(1.5, 1.5),
        arguments(Double.NaN, "NaN"),
        arguments(Float.NEGATIVE_INFINITY, "-Infinity"),
        arguments(new BigDecimal("1.10"), new BigDecimal("1.10")),
        arguments(true, true),
        arguments(Level.WARN, "WARN"),
        arguments(Instant.EPOCH, "1970-01-01T00:00:00Z"),
        arguments(LocalDate.EPOCH, "1970-01-01"),
        arguments(Duration.ofSeconds(90), "PT1M30S"),
        arguments(URI.create("kestra:///a"), "kestra:///a"),
        arguments(new Point(1, null), Map.of("x", 1)),
        arguments(List.of(new Point(1, 2)), List.of(Map.of("x", 1, "y", 2))),
        arguments(Arrays.asList("a", null), Arrays.asList("a", null)),
        arguments(new LinkedHashSet<>(List.of(2, 1)), List.of(2, 1)),
        arguments(Collections.singletonMap("a", null), Collections.singletonMap("a", null)),
        arguments(Map.of(Level.INFO, Duration.ZERO), Map.of("INFO", "PT0S")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void writesWhatJsonHasAndTextForTheRest(Object value, Object written) throws Exception {
    assertThat(json.of(new Holder(value, null))).isEqualTo(Map.of("value", written));
  }

  @Test
  void noOutputsAreAnEmptyMap() throws Exception {
    assertThat(json.of(NoOutput.NONE)).isEmpty();
  }

  @Test
  void keepsTheOrderOfComponents() throws Exception {
    assertThat(json.of(new Holder(1, "b")))
        .containsExactly(Map.entry("value", 1), Map.entry("absent", "b"));
  }

  @Test
  void whatIsAlwaysThereIsWrittenAsNull() throws Exception {
    assertThat(json.of(new Answer(null))).isEqualTo(Collections.singletonMap("value", null));
  }

  @Test
  void sharesNothingWithTheTask() throws Exception {
    List<Object> list = new ArrayList<>(List.of(1));
    Map<String, @Nullable Object> written = json.of(new Holder(list, null));

    list.add(2);

    assertThat(written).isEqualTo(Map.of("value", List.of(1)));
  }

  @Test
  void refusesWhatIsNotLikeJson() {
    assertThatThrownBy(() -> json.of(new Holder(new byte[1], null)))
        .isInstanceOf(UnfitOutputException.class)
        .hasMessage("An output is of the class [B, which cannot be written as JSON.");
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void measuresValues(Object value, int bytes) {
    assertThat(JsonSize.of(value)).isEqualTo(bytes);
  }

  static Stream<Arguments> sizes() {
    return Stream.of(
        arguments(null, 4),
        arguments("é", 4),
        arguments(12, 2),
        arguments(false, 5),
        arguments(List.of(1, 2), "[1,2]".length()),
        arguments(Map.of("a", 1), "{\"a\":1}".length()),
        arguments(Map.of("a", List.of("b")), "{\"a\":[\"b\"]}".length()));
  }
}
