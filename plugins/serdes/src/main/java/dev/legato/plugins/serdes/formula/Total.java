package dev.legato.plugins.serdes.formula;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What many values come to: their number, sum, average, extremes, first and last. */
public final class Total {
  private long count;
  private BigDecimal sum = BigDecimal.ZERO;
  private @Nullable Object unsummed;
  private @Nullable Object least;
  private @Nullable Object greatest;
  private @Nullable Object first;
  private @Nullable Object last;
  private boolean unlike;

  /** Adds a value; null counts as none. */
  public void add(@Nullable Object value) {
    if (value == null) {
      return;
    }
    count++;
    first = first == null ? value : first;
    last = value;
    addNumber(value);
    if (least == null || greatest == null) {
      least = value;
      greatest = value;
      return;
    }
    if (kind(value) != kind(least)) {
      unlike = true;
    } else if (kind(value) != Kind.OTHER) {
      try {
        least = Values.compare(value, least) < 0 ? value : least;
        greatest = Values.compare(value, greatest) > 0 ? value : greatest;
      } catch (FormulaException _) {
        unlike = true; // not a number; only matters if somebody asks for an extreme
      }
    }
  }

  /** Values of one kind can be put in order. */
  private enum Kind {
    NUMBER,
    TEXT,
    MOMENT,
    OTHER
  }

  private static Kind kind(Object value) {
    return switch (value) {
      case Number _ -> Kind.NUMBER;
      case String _ -> Kind.TEXT;
      default -> Values.moment(value) == null ? Kind.OTHER : Kind.MOMENT;
    };
  }

  private void addNumber(Object value) {
    try {
      sum = sum.add(Values.decimal(value));
    } catch (FormulaException _) {
      unsummed = value; // only matters if somebody asks for the sum
    }
  }

  /**
   * What they come to.
   *
   * @param name {@code count}, {@code sum}, {@code avg}, {@code min}, {@code max}, {@code first} or
   *     {@code last}
   */
  public @Nullable Object of(String name) throws FormulaException {
    return switch (name) {
      case "count" -> BigDecimal.valueOf(count);
      case "sum" -> count == 0 ? null : sum();
      case "avg" ->
          count == 0 ? null : Values.divided(sum(), BigDecimal.valueOf(count)).stripTrailingZeros();
      case "min" -> extreme(least);
      case "max" -> extreme(greatest);
      case "first" -> first;
      case "last" -> last;
      default -> throw new FormulaException("'%s' is no way to add up values".formatted(name));
    };
  }

  private BigDecimal sum() throws FormulaException {
    if (unsummed != null) {
      throw Values.unfit(unsummed, "a number");
    }
    return sum;
  }

  private @Nullable Object extreme(@Nullable Object value) throws FormulaException {
    if (unlike) {
      throw new FormulaException("numbers, texts and moments cannot be compared with each other");
    }
    if (value != null && kind(value) == Kind.OTHER) {
      throw Values.unfit(value, "a number, a text or a moment");
    }
    Instant moment = Values.moment(value);
    return value instanceof Number ? Values.decimal(value) : moment == null ? value : moment;
  }
}
