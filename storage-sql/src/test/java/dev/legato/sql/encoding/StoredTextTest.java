package dev.legato.sql.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain", "äß漢", "\uD83D\uDE00", "tab\tline\r\n\u0001\u007F", "\uFFFF"})
  void ordinaryTextIsStoredAsItIs(String text) {
    assertThat(StoredText.encode(text)).isSameAs(text);
    assertThat(StoredText.decode(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0000, 1A0000",
    "0061 0000 0062, 0061 1A0000 0062",
    "D800, 1AD800",
    "DC00, 1ADC00",
    "DC00 D800, 1ADC00 1AD800",
    "D83D D83D DE00, 1AD83D D83D DE00",
    "001A, 1A001A",
  })
  void whatDatabasesLoseIsEscaped(String text, String stored) {
    String plain = characters(text);
    String expected =
        characters(
            stored
                .replace("1A0000", "001A 0030 0030 0030 0030")
                .replace("1AD800", "001A 0064 0038 0030 0030")
                .replace("1ADC00", "001A 0064 0063 0030 0030")
                .replace("1AD83D", "001A 0064 0038 0033 0064")
                .replace("1A001A", "001A 0030 0030 0031 0061"));

    assertThat(StoredText.encode(plain)).isEqualTo(expected);
    assertThat(StoredText.decode(expected)).isEqualTo(plain);
  }

  @Test
  void anyTextComesBackThroughUtf8() {
    var random = new Random(7);
    char[] awkward = {0, 0x1A, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 'a', '0', 0xFFFF, 0x20AC};
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(awkward[random.nextInt(awkward.length)]);
      }
      byte[] bytes = StoredText.encode(text.toString()).getBytes(StandardCharsets.UTF_8);
      assertThat(StoredText.decode(new String(bytes, StandardCharsets.UTF_8)))
          .isEqualTo(text.toString());
      assertThat(bytes).doesNotContain(0);
    }
  }

  private static String characters(String hexadecimal) {
    var text = new StringBuilder();
    for (String unit : hexadecimal.split(" ", -1)) {
      text.append((char) Integer.parseInt(unit, 16));
    }
    return text.toString();
  }
}
