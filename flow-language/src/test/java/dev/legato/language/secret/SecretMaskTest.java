package dev.legato.language.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is found in whatever form a program prints it, and however the text is cut. */
class SecretMaskTest {
  private static final String CANARY = "C4nary/pa$$ \"w'ö\\rd&<tail>";

  private static SecretMask mask(String... secrets) {
    var mask = new SecretMask();
    List.of(secrets).forEach(mask::add);
    return mask;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Arguments> forms() {
    String url = URLEncoder.encode(CANARY, StandardCharsets.UTF_8);
    String json = CANARY.replace("\\", "\\\\").replace("\"", "\\\"");
    return Stream.of(
        Arguments.of("plain", CANARY),
        Arguments.of("URL form", url),
        Arguments.of("URL path", url.replace("+", "%20")),
        Arguments.of("JSON", json),
        Arguments.of("JSON with slashes escaped", json.replace("/", "\\/")),
        Arguments.of("JSON in ASCII", json.replace("ö", "\\u00f6")),
        Arguments.of("in single quotes of a shell", CANARY.replace("'", "'\\''")),
        Arguments.of(
            "in double quotes of a shell",
            CANARY.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$")),
        Arguments.of("XML", CANARY.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")),
        Arguments.of("hexadecimal", HexFormat.of().formatHex(bytes(CANARY))),
        Arguments.of(
            "hexadecimal in upper case", HexFormat.of().withUpperCase().formatHex(bytes(CANARY))),
        Arguments.of("Base64", Base64.getEncoder().encodeToString(bytes(CANARY))),
        Arguments.of("Base64 for URLs", Base64.getUrlEncoder().encodeToString(bytes(CANARY))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void everyFormIsHidden(String name, String form) {
    String hidden = mask(CANARY).hide("before " + form + " after");

    assertThat(hidden)
        .as(name)
        .isEqualTo("before **masked*" + "*".repeat(form.length() - 9) + " after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "u", "us", "user", "user:"})
  void base64OfALongerTextIsHiddenWhereverTheSecretBegins(String before) {
    String encoded = Base64.getEncoder().encodeToString(bytes(before + CANARY + "more text"));

    String hidden = mask(CANARY).hide(encoded);

    int firstByte = bytes(before).length;
    String own = encoded.substring((firstByte * 4 + 2) / 3 + 1, encoded.length() - 16);
    assertThat(hidden).doesNotContain(own).hasSameSizeAs(encoded);
    assertThat(longestCommonRun(hidden, own)).isLessThan(4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void aStreamHidesWhateverItsPieces(String name, String form) {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String text = "C4 " + form + form + "C4nary " + form;
      var shown = new StringBuilder();
      var stream = mask(CANARY, "tail>C4n", "C4nary/").stream();
      for (int at = 0; at < text.length(); ) {
        int end = Math.min(text.length(), at + 1 + random.nextInt(9));
        shown.append(stream.write(text.substring(at, end)));
        at = end;
      }
      shown.append(stream.end());

      assertThat(shown.toString()).as(name).startsWith("C4 **masked*").hasSameSizeAs(text);
      assertThat(longestCommonRun(shown.toString(), form)).isLessThan(4);
    }
  }

  @Test
  void aStreamShowsAtOnceWhatCannotBeTheBeginningOfASecret() {
    var stream = mask("secret").stream();

    assertThat(stream.write("hello se")).isEqualTo("hello ");
    assertThat(stream.write("rver, sec")).isEqualTo("server, ");
    assertThat(stream.end()).isEqualTo("sec");
  }

  @ParameterizedTest
  @CsvSource({
    "password, password1, see password1, see **masked*",
    "abcdef, defghi, see abcdefghi!, see **masked*!",
    "abc, abcd, abc abcd, abc **ma",
  })
  void secretsThatShareCharactersAreAllHidden(
      String one, String other, String text, String expected) {
    assertThat(mask(one, other).hide(text)).isEqualTo(expected);
    assertThat(mask(other, one).hide(text)).isEqualTo(expected);
  }

  @Test
  void theLinesOfASecretAreHiddenOnTheirOwn() {
    var mask = mask("-----BEGIN KEY-----\nMIIEvQIBADANBgkq\n-----END KEY-----\n");

    assertThat(mask.hide("read: MIIEvQIBADANBgkq!")).isEqualTo("read: **masked********!");
  }

  @Test
  void aJsonValueIsHiddenInItsKeysAndTextsAndNumbers() {
    @Nullable Object value =
        Map.of("secret", Arrays.asList("x-secret", 123456, 7, true, null), "b", "fine");

    assertThat(mask("secret", "123456").hideDeep(value))
        .isEqualTo(
            Map.of("**mask", Arrays.asList("x-**mask", "**mask", 7, true, null), "b", "fine"));
    assertThat(new SecretMask().hideDeep(value)).isSameAs(value);
  }

  private static int longestCommonRun(String text, String other) {
    int longest = 0;
    for (int at = 0; at < other.length(); at++) {
      while (at + longest < other.length()
          && !other.substring(at, at + longest + 1).contains("*")
          && text.contains(other.substring(at, at + longest + 1))) {
        longest++;
      }
    }
    return longest;
  }
}
