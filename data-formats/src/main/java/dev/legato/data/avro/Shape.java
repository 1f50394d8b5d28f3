package dev.legato.data.avro;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been seen of the values in one place. */
final class Shape {
  /** Types without parts, those that numbers widen to behind each other. */
  enum Kind {
    BOOLEAN,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BYTES,
    DATE,
    TIME,
    TIMESTAMP,
    STRING
  }

  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
  private @Nullable Map<String, Shape> fields;
  private @Nullable Shape element;

  /**
   * Takes a value into account.
   *
   * @param words which texts stand for something else; null when all texts are texts
   */
  void add(@Nullable Object value, @Nullable AvroWriteOptions words) {
    switch (value) {
      case null -> {
        // everything may be null
      }
      case Map<?, ?> map -> {
        Map<String, Shape> known = fields == null ? new LinkedHashMap<>() : fields;
        fields = known;
        map.forEach(
            (name, field) ->
                known.computeIfAbsent(String.valueOf(name), _ -> new Shape()).add(field, words));
      }
      case List<?> items -> {
        Shape of = element == null ? new Shape() : element;
        element = of;
        items.forEach(item -> of.add(item, words));
      }
      case String text when words != null -> addWord(text, words);
      default -> kinds.add(kind(value));
    }
  }

  private void addWord(String text, AvroWriteOptions words) {
    String word = text.toLowerCase(Locale.ROOT);
    if (words.nullWords().contains(word)) {
      return;
    }
    boolean truth = words.trueWords().contains(word) || words.falseWords().contains(word);
    kinds.add(truth ? Kind.BOOLEAN : Kind.STRING);
  }

  private static Kind kind(Object value) {
    return switch (value) {
      case Boolean _ -> Kind.BOOLEAN;
      case Integer _ -> Kind.INT;
      case Long _ -> Kind.LONG;
      case Float _ -> Kind.FLOAT;
      case Double _ -> Kind.DOUBLE;
      case BigDecimal _ -> Kind.STRING;
      case byte[] _ -> Kind.BYTES;
      case LocalDate _ -> Kind.DATE;
      case LocalTime _, OffsetTime _ -> Kind.TIME;
      case Instant _, LocalDateTime _, OffsetDateTime _, ZonedDateTime _ -> Kind.TIMESTAMP;
      default -> Kind.STRING;
    };
  }

  /** The kinds that are needed: of several kinds of numbers, the widest. */
  Set<Kind> kinds() {
    Set<Kind> needed = EnumSet.copyOf(kinds);
    EnumSet<Kind> numbers = EnumSet.of(Kind.INT, Kind.LONG, Kind.FLOAT, Kind.DOUBLE);
    numbers.retainAll(needed);
    if (numbers.size() > 1) {
      boolean fractions = numbers.contains(Kind.FLOAT) || numbers.contains(Kind.DOUBLE);
      needed.removeAll(numbers);
      needed.add(fractions ? Kind.DOUBLE : Kind.LONG);
    }
    return needed;
  }

  @Nullable Map<String, Shape> fields() {
    return fields;
  }

  @Nullable Shape element() {
    return element;
  }
}
