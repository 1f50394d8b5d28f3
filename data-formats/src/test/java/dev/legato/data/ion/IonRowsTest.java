package dev.legato.data.ion;

import static dev.legato.data.Rows.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.data.RowException;
import dev.legato.data.RowLimits;
import dev.legato.data.Rows;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IonRowsTest {
  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(null, "null"),
        Arguments.of(true, "true"),
        Arguments.of("", "\"\""),
        Arguments.of("a \"b\" \\ c", "\"a \\\"b\\\" \\\\ c\""),
        Arguments.of("two\nlines\r\t\u0001", "\"two\\nlines\\r\\t\\x01\""),
        Arguments.of("é€😀", "\"é€😀\""),
        Arguments.of(0, "0"),
        Arguments.of(-12, "-12"),
        Arguments.of(Integer.MAX_VALUE, "2147483647"),
        Arguments.of(2147483648L, "2147483648"),
        Arguments.of(Long.MIN_VALUE, "-9223372036854775808"),
        Arguments.of(new BigInteger("9223372036854775808"), "9223372036854775808"),
        Arguments.of(1.0, "1.0e0"),
        Arguments.of(-1.5e300, "-1.5e300"),
        Arguments.of(Double.NaN, "nan"),
        Arguments.of(Double.POSITIVE_INFINITY, "+inf"),
        Arguments.of(Double.NEGATIVE_INFINITY, "-inf"),
        Arguments.of(new BigDecimal("1.50"), "1.50"),
        Arguments.of(new BigDecimal("7"), "7."),
        Arguments.of(new BigDecimal("7E+3"), "7d3"),
        Arguments.of(new BigDecimal("-0.00001"), "-0.00001"),
        Arguments.of(Instant.parse("2023-01-02T03:04:05Z"), "2023-01-02T03:04:05.000Z"),
        Arguments.of(Instant.parse("2023-01-02T03:04:05.123456Z"), "2023-01-02T03:04:05.123456Z"),
        Arguments.of(Instant.parse("2023-01-02T00:00:00Z"), "2023-01-02T00:00:00.000Z"),
        Arguments.of(LocalDate.parse("2023-01-02"), "2023-01-02"),
        Arguments.of(
            LocalDateTime.parse("2023-01-02T03:04:05"), "LocalDateTime::\"2023-01-02T03:04:05\""),
        Arguments.of(LocalTime.parse("01:02:03"), "LocalTime::\"01:02:03\""),
        Arguments.of(OffsetTime.parse("01:02:03+01:00"), "OffsetTime::\"01:02:03+01:00\""),
        Arguments.of(
            OffsetDateTime.parse("2023-01-02T03:04:05+05:00"),
            "OffsetDateTime::\"2023-01-02T03:04:05+05:00\""),
        Arguments.of(
            ZonedDateTime.parse("2023-01-02T03:04:05+01:00[Europe/Paris]"),
            "ZonedDateTime::\"2023-01-02T03:04:05+01:00[Europe/Paris]\""),
        Arguments.of(List.of(1, List.of(), "x"), "[1,[],\"x\"]"),
        Arguments.of(
            map("a", 1, "b c", null, "null", map(), "1x", 2, "", 3),
            "{a:1,'b c':null,'null':{},'1x':2,'':3}"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("values")
  void aValueIsALineAndComesBackAsItWas(Object value, String text) throws Exception {
    List<Object> rows = Arrays.asList(value, 1);

    assertThat(Rows.text(rows, IonRowWriter::text)).isEqualTo(text + "\n1\n");
    assertThat(Rows.read(text + "\n1\n", IonRowReader::open)).isEqualTo(rows);
    assertThat(Rows.read(Rows.write(rows, IonRowWriter::binary), IonRowReader::open))
        .isEqualTo(rows);
  }

  @Test
  void bytesAreABlob() throws Exception {
    byte[] bytes = {0, 1, (byte) 0xff};

    assertThat(Rows.text(List.of(bytes), IonRowWriter::text)).isEqualTo("{{AAH/}}\n");
    assertThat(Rows.read("{{AAH/}}", IonRowReader::open)).containsExactly(bytes);
    assertThat(Rows.read("{a: {{ AAH/ }}}", IonRowReader::open).getFirst())
        .extracting("a")
        .isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 1.5, "b": [true, null]}       | {a=1.5, b=[true, null]}
          { a : 1 , b : 2 }                   | {a=1, b=2}
          {a:1,}                              | {a=1}
          // a comment                        |
          /* c */ 1                           | 1
          symbol                              | symbol
          null.string                         | null
          (1 two)                             | [1, two]
          '''long''' ''' text'''              | long text
          {'a\\'b':"\\u00e9\\U0001F600\\/"}   | {a'b=é😀/}
          2023T                               | 2023-01-01
          2023-01-02T                         | 2023-01-02
          2023-01-02T03:04Z                   | 2023-01-02T03:04:00Z
          2023-01-02T03:04:05+02:00           | 2023-01-02T03:04:05+02:00
          2023-01-02T03:04:05-00:00           | 2023-01-02T03:04:05Z
          0x10                                | 16
          1_000                               | 1000
          unknown::"text"                     | text
          LocalDate::"2023-01-02"             | 2023-01-02
          1d-3                                | 0.001
          """)
  void whateverElseIonCanSayIsUnderstood(String text, String value) throws Exception {
    List<Object> rows = Rows.read(text, IonRowReader::open);

    assertThat(rows).hasSize(value == null ? 0 : 1);
    if (value != null) {
      assertThat(String.valueOf(rows.getFirst())).isEqualTo(value);
    }
  }

  @Test
  void plainLinesAndOthersMayAlternate() throws Exception {
    assertThat(Rows.read("1\n{a:1}\n// x\n{\n a:2\n}\n3 4\n\n5", IonRowReader::open))
        .containsExactly(1, map("a", 1), map("a", 2), 3, 4, 5);
  }

  @Test
  void rowsLongerThanABlockAndManyRowsAreRead() throws Exception {
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      rows.add(map("id", i, "text", "x".repeat(i % 700), "more", i % 2 == 0 ? "é" : null));
    }
    rows.add("y".repeat(300_000));

    assertThat(Rows.read(Rows.write(rows, IonRowWriter::text), IonRowReader::open)).isEqualTo(rows);
    assertThat(Rows.read(Rows.write(rows, IonRowWriter::binary), IonRowReader::open))
        .isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\n{a:",
        "1\n\"open",
        "1\n{a 1}",
        "1\n01",
        "1\n[1,,2]",
        "1\nLocalDate::\"soon\"",
        "1\n]"
      })
  void aMalformedRowIsNamed(String text) {
    assertThatThrownBy(() -> Rows.read(text, IonRowReader::open))
        .isInstanceOf(RowException.class)
        .hasMessageStartingWith("Row 2 ");
  }

  @Test
  void whatTakesTooMuchIsRefused() {
    RowLimits small = new RowLimits(10, 100_000, 1_000);

    assertThatThrownBy(() -> Rows.read("[".repeat(50_000), IonRowReader::open))
        .hasMessage("Row 1 is nested more than 200 levels deep.");
    assertThatThrownBy(() -> Rows.read("{a:".repeat(11), in -> IonRowReader.open(in, small)))
        .hasMessageContaining("nested more than 10");
    assertThatThrownBy(
            () -> Rows.read("[" + "1,".repeat(2_000) + "1]", in -> IonRowReader.open(in, small)))
        .hasMessage("Row 1 has more than 1,000 values; that is too many for one row.");
    assertThatThrownBy(
            () -> Rows.read("\"" + "x".repeat(400_000) + "\"", in -> IonRowReader.open(in, small)))
        .hasMessageContaining("more than 100,000 bytes");
    assertThatThrownBy(() -> Rows.read("1d999999999", IonRowReader::open))
        .hasMessageContaining("digits");
    assertThatThrownBy(() -> Rows.read("1" + "0".repeat(20_000), IonRowReader::open))
        .hasMessageContaining("digits");
    assertThatThrownBy(() -> Rows.read(new byte[] {0x1f, (byte) 0x8b, 8, 0}, IonRowReader::open))
        .hasMessageContaining("compressed");
  }

  @Test
  void aLoneSurrogateIsReplacedWhenWritten() throws Exception {
    assertThat(Rows.text(List.of("\uD800x"), IonRowWriter::text)).isEqualTo("\"\uFFFDx\"\n");
  }

  @Test
  void aMomentThatClaimsMillionsOfDigitsIsRefusedAtOnce() {
    byte[] version = {(byte) 0xE0, 1, 0, (byte) 0xEA};
    // 2023-01-02T03:04:05 and a fraction with the exponent -2,000,000,000
    byte[] moment = {
      0x6D,
      (byte) 0x80,
      0x0F,
      (byte) 0xE7,
      (byte) 0x81,
      (byte) 0x82,
      (byte) 0x83,
      (byte) 0x84,
      (byte) 0x85,
      0x47,
      0x39,
      0x56,
      0x28,
      (byte) 0x80
    };

    assertThatThrownBy(
            () ->
                Rows.read(
                    ByteBuffer.allocate(18).put(version).put(moment).array(), IonRowReader::open))
        .isInstanceOf(RowException.class)
        .hasMessageContaining("digits");
  }
}
