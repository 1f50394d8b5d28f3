package dev.legato.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyValueTest {
  private static final KeyValue VALUE = new KeyValue(KeyValueType.STRING, "x");

  @Test
  void aJsonValueHasATypeByItself() {
    assertThat(KeyValue.of("text").type()).isEqualTo(KeyValueType.STRING);
    assertThat(KeyValue.of("PT5M").type()).isEqualTo(KeyValueType.DURATION);
    assertThat(KeyValue.of("P1D").type()).isEqualTo(KeyValueType.DURATION);
    assertThat(KeyValue.of("P1Y2M").type()).isEqualTo(KeyValueType.DURATION);
    assertThat(KeyValue.of("Paris").type()).isEqualTo(KeyValueType.STRING);
    assertThat(KeyValue.of("2026-01-31").type()).isEqualTo(KeyValueType.STRING);
    assertThat(KeyValue.of(1.5).type()).isEqualTo(KeyValueType.NUMBER);
    assertThat(KeyValue.of(true).type()).isEqualTo(KeyValueType.BOOLEAN);
    assertThat(KeyValue.of(List.of(1)).type()).isEqualTo(KeyValueType.JSON);
    assertThat(KeyValue.of(Map.of("a", 1)).type()).isEqualTo(KeyValueType.JSON);
  }

  @ParameterizedTest(name = "{1} as {0}: {2}")
  @CsvSource(
      textBlock =
          """
          STRING  , 42                       , 42
          NUMBER  , 42                       , 42
          NUMBER  , ' -1.50'                 , -1.50
          BOOLEAN , TRUE                     , true
          DATETIME, 2026-01-31T12:00:00+01:00, 2026-01-31T11:00:00Z
          DATETIME, 2026-01-31T12:00:00Z     , 2026-01-31T12:00:00Z
          DATE    , 2026-01-31               , 2026-01-31
          DATE    , 2026-01-31T23:59:59Z     , 2026-01-31
          DURATION, PT5M                     , PT5M
          DURATION, P1M                      , P1M
          """)
  void aTextIsConverted(KeyValueType type, String text, String expected) {
    KeyValue value = KeyValue.of(type, text);

    assertThat(value.type()).isEqualTo(type);
    assertThat(value.value()).hasToString(expected);
  }

  @Test
  void aValueOfTheRightKindStaysAsItIs() {
    assertThat(KeyValue.of(KeyValueType.NUMBER, 3).value()).isEqualTo(3);
    assertThat(KeyValue.of(KeyValueType.NUMBER, "3").value()).isEqualTo(new BigDecimal("3"));
    assertThat(KeyValue.of(KeyValueType.BOOLEAN, false).value()).isEqualTo(false);
    assertThat(KeyValue.of(KeyValueType.STRING, 1.5).value()).isEqualTo("1.5");
    assertThat(KeyValue.of(KeyValueType.JSON, List.of()).value()).isEqualTo(List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "NUMBER, abc",
    "BOOLEAN, yes",
    "DATETIME, 2026-01-31",
    "DATETIME, tomorrow",
    "DATE, 31.1.2026",
    "DATE, 2026-02-30",
    "DURATION, 5 minutes",
    "JSON, text"
  })
  void whatCannotBeConvertedIsRefused(KeyValueType type, String text) {
    assertThatThrownBy(() -> KeyValue.of(type, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(type.name());
  }

  @Test
  void aListIsNoText() {
    assertThatThrownBy(() -> KeyValue.of(KeyValueType.STRING, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A.b_c-9", "0", "9..x"})
  void keysOfLettersDigitsAndThreeSignsAreValid(String key) {
    assertThat(new KeyValueChange("ns", key, VALUE, null, null).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".a", "_a", "a/b", "a b", "ä", "a\u0000", "a\n"})
  void otherKeysAreRefused(String key) {
    assertThatThrownBy(() -> new KeyValueChange("ns", key, VALUE, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a valid key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P999999999D"})
  void aTimeToLiveIsPositiveAndNotEndless(Duration timeToLive) {
    assertThatThrownBy(() -> new KeyValueChange("ns", "a", VALUE, null, timeToLive))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot live for");
  }
}
