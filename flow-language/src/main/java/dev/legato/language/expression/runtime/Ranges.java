package dev.legato.language.expression.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inclusive ranges of whole numbers or of single characters. */
public final class Ranges {
  private Ranges() {}

  /** Pays for every element before the list is built. */
  public static List<Object> inclusive(
      @Nullable Object start, @Nullable Object end, long step, Budget budget) {
    if (step == 0) {
      throw Failure.evaluation("the step of a range must not be 0");
    }
    if (start instanceof Number from && end instanceof Number to) {
      return build(from.longValue(), to.longValue(), step, false, budget);
    }
    if (start instanceof String from
        && end instanceof String to
        && from.length() == 1
        && to.length() == 1) {
      return build(from.charAt(0), to.charAt(0), step, true, budget);
    }
    throw Failure.evaluation(
        "a range goes from number to number or from one character to another, not from %s to %s"
            .formatted(Values.typeName(start), Values.typeName(end)));
  }

  private static List<Object> build(
      long from, long to, long step, boolean characters, Budget budget) {
    boolean empty = step > 0 ? from > to : from < to;
    if (empty) {
      return List.of();
    }
    double exactCount = Math.floor(((double) to - from) / step) + 1;
    budget.steps(exactCount > Integer.MAX_VALUE ? Long.MAX_VALUE : (long) exactCount);
    int count = (int) ((to - from) / step) + 1;
    List<Object> range = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long value = from + i * step;
      if (characters) {
        range.add(String.valueOf((char) value));
      } else {
        range.add(value);
      }
    }
    return range;
  }
}
