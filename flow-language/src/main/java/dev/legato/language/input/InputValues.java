package dev.legato.language.input;

import dev.legato.language.input.Refusal.Reason;
import dev.legato.model.flow.InputType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes values fit the type of their input or output: INT becomes {@code Integer}, FLOAT {@code
 * Double}, times and durations ISO-8601 texts, JSON, YAML and lists structured values, all else
 * texts.
 */
public final class InputValues {
  private InputValues() {}

  /**
   * The value as it is stored.
   *
   * @param rules of the input; lists take the type of their elements from it
   * @param given text, as forms send it, or a JSON value
   * @throws Refusal when the value does not have the type or breaks a rule
   */
  public static Object read(InputType type, Map<String, ?> rules, Object given) throws Refusal {
    Object value = convert(type, rules, given);
    InputRules.check(type, rules, value);
    return value;
  }

  /** Whether an empty text is a value of the type; for others it means that none was given. */
  static boolean emptyTextIsValue(InputType type) {
    return switch (type) {
      case STRING, ENUM, SELECT, EMAIL, SECRET, URI -> true;
      case INT, FLOAT, BOOLEAN, BOOL, DATETIME, DATE, TIME, DURATION -> false;
      case FILE, JSON, YAML, ARRAY, MULTISELECT, FORM -> false;
    };
  }

  private static Object convert(InputType type, Map<String, ?> rules, Object given) throws Refusal {
    return switch (type) {
      case STRING, ENUM, SELECT, EMAIL, SECRET, URI, FILE -> text(given);
      case INT -> integer(given);
      case FLOAT -> number(given);
      case BOOLEAN, BOOL -> given instanceof Boolean flag ? flag : Boolean.valueOf(text(given));
      case DATETIME, DATE, TIME, DURATION -> time(type, text(given).strip());
      case JSON -> given instanceof String text ? StructuredText.json(text) : given;
      case YAML -> given instanceof String text ? StructuredText.yaml(text) : given;
      case ARRAY, MULTISELECT -> list(itemType(rules), given);
      case FORM -> throw wrongType("inputs of their own", given);
    };
  }

  private static InputType itemType(Map<String, ?> rules) {
    Object name = rules.get("itemType");
    return name == null ? InputType.STRING : InputType.valueOf(name.toString());
  }

  private static String text(Object given) throws Refusal {
    return switch (given) {
      case String text -> text;
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      default -> throw wrongType("a text", given);
    };
  }

  private static Integer integer(Object given) throws Refusal {
    try {
      return switch (given) {
        case Integer number -> number;
        case Long number -> Math.toIntExact(number);
        case BigInteger number -> number.intValueExact();
        case String text -> Integer.valueOf(text.strip());
        default -> throw wrongType("a whole number of 32 bits", given);
      };
    } catch (ArithmeticException | NumberFormatException _) {
      throw wrongType("a whole number of 32 bits", given);
    }
  }

  /** Of 32 bits, but printed as the caller wrote it: 0.1 stays 0.1. */
  private static Double number(Object given) throws Refusal {
    if (given instanceof Number || (given instanceof String text && !text.isBlank())) {
      try {
        float value = Float.parseFloat(given.toString().strip());
        if (Float.isFinite(value)) {
          return Double.valueOf(Float.toString(value));
        }
      } catch (NumberFormatException _) {
        // said below in our own words
      }
    }
    throw wrongType("a number of 32 bits", given);
  }

  private static String time(InputType type, String text) throws Refusal {
    try {
      return switch (type) {
        case DATETIME -> instant(text).toString();
        case DATE -> LocalDate.parse(text).toString();
        case TIME -> LocalTime.parse(text).format(DateTimeFormatter.ISO_LOCAL_TIME);
        case DURATION -> Durations.require(text).toString();
        default -> throw new IllegalStateException("Expected a type of time, but got " + type);
      };
    } catch (DateTimeException _) {
      throw wrongType(timeExpectation(type), text);
    }
  }

  static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static String timeExpectation(InputType type) {
    return switch (type) {
      case DATETIME -> "a date and time with a zone, such as 2026-01-31T12:00:00Z";
      case DATE -> "a date such as 2026-01-31";
      case TIME -> "a time such as 12:30 or 12:30:00";
      default -> "a duration such as PT30S";
    };
  }

  private static List<@Nullable Object> list(InputType itemType, Object given) throws Refusal {
    Object parsed = given instanceof String text ? StructuredText.json(text) : given;
    if (!(parsed instanceof List<?> elements)) {
      throw wrongType("a list, or a text that holds a JSON list", given);
    }
    List<@Nullable Object> values = new ArrayList<>(elements.size());
    for (Object element : elements) {
      values.add(element(itemType, element, values.size()));
    }
    return Collections.unmodifiableList(values);
  }

  private static Object element(InputType type, @Nullable Object element, int index)
      throws Refusal {
    if (element == null) {
      throw new Refusal(Reason.WRONG_TYPE, "has no value at index %d".formatted(index));
    }
    try {
      return read(type, Map.of(), element);
    } catch (Refusal refusal) {
      throw new Refusal(refusal.reason(), "at index %d %s".formatted(index, refusal.getMessage()));
    }
  }

  /** Tells at most the kind: the value itself is shown apart, where secrets are left out. */
  static Refusal wrongType(String expectation, Object given) {
    String found =
        switch (given) {
          case String _, Number _, Boolean _ -> "";
          case List<?> _ -> ", but is a list";
          case Map<?, ?> _ -> ", but is a mapping";
          default -> ", but is " + given.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    return new Refusal(Reason.WRONG_TYPE, "must be %s%s".formatted(expectation, found));
  }
}
