package dev.legato.sql.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.testkit.contract.Samples;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonTextTest {
  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of(5, 5),
        Arguments.of(5L, 5),
        Arguments.of(Long.MIN_VALUE, Long.MIN_VALUE),
        Arguments.of(BigInteger.TEN, 10),
        Arguments.of(BigInteger.TWO.pow(80), BigInteger.TWO.pow(80)),
        Arguments.of(0.1, 0.1),
        Arguments.of(1e300, 1e300),
        Arguments.of(-0.0, -0.0),
        Arguments.of(Double.MIN_VALUE, Double.MIN_VALUE),
        Arguments.of(new BigDecimal("0.5"), 0.5),
        Arguments.of(new BigDecimal("1.50"), new BigDecimal("1.50")),
        Arguments.of(new BigDecimal("1e400"), new BigDecimal("1e400")),
        Arguments.of(Double.NaN, "NaN"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void numbersComeBackExactly(Object written, Object read) {
    assertThat(JsonText.decodeMap(JsonText.encode(Map.of("n", written))))
        .isEqualTo(Map.of("n", read));
  }

  @Test
  void allKindsOfValuesComeBackInOrder() {
    var values = Samples.values();

    assertThat(JsonText.decodeMap(JsonText.encodeUnlessEmpty(values))).isEqualTo(values);
    assertThat(JsonText.decodeMap(JsonText.encode(values)).keySet())
        .containsExactlyElementsOf(values.keySet());
  }

  @Test
  void anEmptyMapTakesNoRoom() {
    assertThat(JsonText.encodeUnlessEmpty(Map.of())).isNull();
    assertThat(JsonText.decodeMap(null)).isEmpty();
  }

  @Test
  void whatIsReadCannotBeChanged() {
    Map<String, Object> read = JsonText.decodeMap("{\"a\":[1]}");

    assertThatThrownBy(() -> read.put("b", 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> ((List<?>) read.get("a")).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatIsNotJsonIsNamed() {
    assertThatThrownBy(() -> JsonText.encode(List.of(Thread.State.NEW)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Thread$State");
  }

  @Test
  void whatIsTooDeepToReadIsNotWritten() {
    Object deep = "x";
    for (int i = 0; i <= JsonText.MAX_DEPTH; i++) {
      deep = List.of(deep);
    }
    Object value = deep;

    assertThatThrownBy(() -> JsonText.encode(value)).hasMessageContaining("depth");
  }
}
