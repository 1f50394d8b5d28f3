package dev.legato.language.expression.filter;

import dev.legato.language.expression.format.Ion;
import dev.legato.language.expression.format.Yaml;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.Texts;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Filters that write a value in another format, and digests. */
final class EncodingFilters {
  private static final Signature TO_JSON = Signature.of("toJson", "JSON text");

  private EncodingFilters() {}

  static List<Filter> all() {
    return List.of(
        json(TO_JSON),
        json(TO_JSON.formerly("json")),
        json(TO_JSON.formerly("jsonEncode")),
        Filter.ofNullable(
            Signature.of("toIon", "Ion text"), (input, call) -> Ion.write(input, call.budget())),
        Filter.ofNullable(
            Signature.of("yaml", "YAML text"), (input, call) -> Yaml.write(input, call.budget())),
        Filter.of(
            Signature.of("base64encode", "Base64 of the UTF-8 bytes"),
            (input, call) -> Base64.getEncoder().encodeToString(bytes(input, call))),
        Filter.of(
            Signature.of("base64decode", "The text inside Base64"), EncodingFilters::base64decode),
        Filter.of(
            Signature.of("urlencode", "Escaped for a query string"),
            (input, call) -> URLEncoder.encode(call.textInput(input), StandardCharsets.UTF_8)),
        Filter.of(
            Signature.of("urldecode", "The opposite of urlencode"), EncodingFilters::urldecode),
        digest("md5", "MD5"),
        digest("sha1", "SHA-1"),
        digest("sha256", "SHA-256"),
        digest("sha512", "SHA-512"));
  }

  private static Filter json(Signature signature) {
    return Filter.ofNullable(signature, (input, call) -> Texts.json(input, call.budget()));
  }

  private static byte[] bytes(Object input, Call call) {
    return call.textInput(input).getBytes(StandardCharsets.UTF_8);
  }

  private static String base64decode(Object input, Call call) {
    try {
      return new String(Base64.getDecoder().decode(bytes(input, call)), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw call.fail("got text that is not Base64");
    }
  }

  private static String urldecode(Object input, Call call) {
    try {
      return URLDecoder.decode(call.textInput(input), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw call.fail("got text with an incomplete % escape");
    }
  }

  private static Filter digest(String name, String algorithm) {
    return Filter.of(
        Signature.of(name, algorithm + " of the UTF-8 bytes, in hexadecimal"),
        (input, call) -> {
          call.budget().text(call.textInput(input).length());
          return HexFormat.of().formatHex(digest(algorithm).digest(bytes(input, call)));
        });
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "Expected the Java platform to offer %s, but it does not".formatted(algorithm), e);
    }
  }
}
