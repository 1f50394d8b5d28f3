package dev.legato.storage;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value with its type.
 *
 * @param value the JSON value that {@code type} says; dates and durations are texts in ISO-8601
 */
public record KeyValue(KeyValueType type, Object value) {
  public KeyValue {
    boolean fits =
        switch (type) {
          case STRING, DATETIME, DATE, DURATION -> value instanceof String;
          case NUMBER -> value instanceof Number;
          case BOOLEAN -> value instanceof Boolean;
          case JSON -> value instanceof Map || value instanceof List;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "A value of type %s cannot be a %s".formatted(type, value.getClass().getSimpleName()));
    }
  }

  /** A JSON value with the type that it has by itself; a text that is a duration becomes one. */
  public static KeyValue of(Object json) {
    return switch (json) {
      case String text when isDuration(text) -> new KeyValue(KeyValueType.DURATION, text);
      case String text -> new KeyValue(KeyValueType.STRING, text);
      case Number number -> new KeyValue(KeyValueType.NUMBER, number);
      case Boolean truth -> new KeyValue(KeyValueType.BOOLEAN, truth);
      case List<?> list -> new KeyValue(KeyValueType.JSON, list);
      case Map<?, ?> map -> new KeyValue(KeyValueType.JSON, map);
      default ->
          throw new IllegalArgumentException(
              "A %s cannot be stored as the value of a key"
                  .formatted(json.getClass().getSimpleName()));
    };
  }

  /**
   * A JSON value as a value of a type, converted from text where needed.
   *
   * @throws IllegalArgumentException when the value cannot be one of that type, in words for the
   *     user
   */
  public static KeyValue of(KeyValueType type, Object json) {
    try {
      return new KeyValue(
          type,
          switch (type) {
            case STRING -> json instanceof String ? json : text(type, json);
            case NUMBER -> json instanceof Number ? json : new BigDecimal(text(type, json).strip());
            case BOOLEAN -> json instanceof Boolean ? json : truth(text(type, json));
            case DATETIME -> OffsetDateTime.parse(text(type, json)).toInstant().toString();
            case DATE -> date(text(type, json));
            case DURATION -> duration(text(type, json));
            case JSON -> json;
          });
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException("'%s' is not a %s".formatted(json, type), e);
    }
  }

  private static String text(KeyValueType type, Object json) {
    return switch (json) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default ->
          throw new IllegalArgumentException(
              "A %s is not a %s".formatted(json.getClass().getSimpleName(), type));
    };
  }

  private static Boolean truth(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("'%s' is not a BOOLEAN".formatted(text));
    };
  }

  /** A date, or the date of an instant in UTC. */
  private static String date(String text) {
    return text.indexOf('T') < 0
        ? LocalDate.parse(text).toString()
        : Instant.parse(text).toString().substring(0, text.indexOf('T'));
  }

  private static String duration(String text) {
    if (!isDuration(text)) {
      throw new DateTimeException("neither a duration nor a period");
    }
    return text;
  }

  private static boolean isDuration(String text) {
    if (!text.startsWith("P") && !text.startsWith("-P")) {
      return false;
    }
    try {
      Duration.parse(text);
      return true;
    } catch (DateTimeException notOfHours) {
      return isPeriod(text);
    }
  }

  private static boolean isPeriod(String text) {
    try {
      Period.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
