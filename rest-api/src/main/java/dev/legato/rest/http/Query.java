package dev.legato.rest.http;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters behind the question mark, decoded, in the order of the request. */
public final class Query {
  private final Map<String, List<String>> values;

  private Query(Map<String, List<String>> values) {
    this.values = values;
  }

  /** Reads a raw query; more than {@code maximum} parameters are refused. */
  static Query parse(@Nullable String raw, int maximum) {
    var values = new LinkedHashMap<String, List<String>>();
    if (raw == null || raw.isEmpty()) {
      return new Query(values);
    }
    int count = 0;
    int start = 0;
    while (start <= raw.length()) {
      int ampersand = raw.indexOf('&', start);
      int end = ampersand < 0 ? raw.length() : ampersand;
      if (end > start) {
        if (++count > maximum) {
          throw Problem.badRequest("a request may have at most %d parameters".formatted(maximum));
        }
        add(values, raw.substring(start, end));
      }
      start = end + 1;
    }
    return new Query(values);
  }

  private static void add(Map<String, List<String>> values, String pair) {
    int equals = pair.indexOf('=');
    String name = Percent.decodeLeniently(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : Percent.decodeLeniently(pair.substring(equals + 1));
    if (name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
      throw Problem.badRequest("parameters must not hold the character U+0000");
    }
    values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
  }

  /** All parameters by name. */
  public Map<String, List<String>> all() {
    return values;
  }

  /** All values of a parameter; empty when it is absent. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The first value; absent also when it is empty. */
  public Optional<String> text(String name) {
    List<String> all = all(name);
    return all.isEmpty() || all.getFirst().isEmpty()
        ? Optional.empty()
        : Optional.of(all.getFirst());
  }

  /** The first value, which must be there. */
  public String required(String name) {
    return text(name)
        .orElseThrow(() -> Problem.badRequest("the parameter '%s' is missing".formatted(name)));
  }

  /** A parameter that is {@code true} or {@code false}. */
  public boolean flag(String name, boolean fallback) {
    return text(name).map(text -> flagOf(name, text)).orElse(fallback);
  }

  private static boolean flagOf(String name, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw unreadable(name, "true or false");
    };
  }

  /** A whole number in a range. */
  public Optional<Integer> number(String name, int minimum, int maximum) {
    return text(name).map(text -> numberOf(name, text, minimum, maximum));
  }

  private static int numberOf(String name, String text, int minimum, int maximum) {
    String expected = "a whole number from %d to %d".formatted(minimum, maximum);
    try {
      int number = Integer.parseInt(text);
      if (number < minimum || number > maximum) {
        throw unreadable(name, expected);
      }
      return number;
    } catch (NumberFormatException e) {
      throw unreadable(name, expected);
    }
  }

  /** A moment; without an offset it is UTC, and seconds may be left out. */
  public Optional<Instant> instant(String name) {
    return text(name).map(text -> instantOf(name, text));
  }

  /** Reads a moment as {@link #instant(String)} does. */
  public static Instant instantOf(String name, String text) {
    return Moments.parse(text)
        .orElseThrow(() -> unreadable(name, "a date and time such as 2026-01-02T03:04:05Z"));
  }

  /** A length of time such as {@code PT1H} or {@code P7D}. */
  public static Duration durationOf(String name, String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.isNegative() || duration.toDays() > 36_500) {
        throw unreadable(name, "a duration of at most a hundred years");
      }
      return duration;
    } catch (DateTimeParseException e) {
      throw unreadable(name, "a duration such as PT1H or P7D");
    }
  }

  private static Problem unreadable(String name, String expected) {
    return Problem.badRequest("the parameter '%s' must be %s".formatted(name, expected));
  }
}
