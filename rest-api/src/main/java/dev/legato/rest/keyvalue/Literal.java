package dev.legato.rest.keyvalue;

import dev.legato.rest.http.Json;
import dev.legato.rest.http.Problem;
import dev.legato.storage.KeyValue;
import dev.legato.storage.KeyValueType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a value as clients write one: a JSON value, or a bare date, instant or duration. The way it
 * is written decides its type.
 */
final class Literal {
  private static final String ADVICE =
      "a value must be JSON, such as \"text\", 42, true or {\"a\":1}, or a date, an instant or a"
          + " duration without quotes; put other texts into double quotes";

  private final Json json;

  Literal(Json json) {
    this.json = json;
  }

  /**
   * Reads a value.
   *
   * @throws Problem 422 when the text is none
   */
  KeyValue read(String text) {
    String literal = text.strip();
    if (literal.isEmpty()) {
      throw Problem.illegalArgument(ADVICE);
    }
    return bare(literal).orElseGet(() -> ofJson(literal));
  }

  private static Optional<KeyValue> bare(String literal) {
    return Stream.of(KeyValueType.DURATION, KeyValueType.DATE, KeyValueType.DATETIME)
        .flatMap(type -> as(type, literal).stream())
        .findFirst();
  }

  private static Optional<KeyValue> as(KeyValueType type, String literal) {
    boolean isDate = literal.indexOf('T') < 0;
    if (type == KeyValueType.DATE && !isDate) {
      return Optional.empty();
    }
    try {
      return Optional.of(KeyValue.of(type, literal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private KeyValue ofJson(String literal) {
    Object value;
    try {
      value = json.read(literal.getBytes(StandardCharsets.UTF_8));
    } catch (Problem e) {
      throw Problem.illegalArgument(ADVICE);
    }
    if (value == null) {
      throw Problem.illegalArgument("the value must not be null; delete the key instead");
    }
    return KeyValue.of(value);
  }
}
