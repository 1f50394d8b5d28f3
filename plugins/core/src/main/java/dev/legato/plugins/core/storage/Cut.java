package dev.legato.plugins.core.storage;

import dev.legato.plugin.TaskFailure;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a file is cut. */
public sealed interface Cut {
  Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([KMGT]?)I?B?");
  int MOST_PARTITIONS = 10_000;

  /** A new piece after so many lines. */
  record Rows(int rows) implements Cut {}

  /** A new piece once a piece has so many bytes. */
  record Bytes(long bytes) implements Cut {}

  /** So many pieces, filled in turn. */
  record Partitions(int partitions) implements Cut {}

  /**
   * The first that is given of bytes, partitions, rows.
   *
   * @return null when none is given
   */
  static @Nullable Cut of(
      @Nullable String bytes, @Nullable Integer partitions, @Nullable Integer rows)
      throws TaskFailure {
    if (bytes != null) {
      return new Bytes(size(bytes));
    }
    if (partitions != null) {
      if (partitions > MOST_PARTITIONS) {
        throw new TaskFailure(
            "'partitions' must be at most %d, but is %d; cut by rows instead."
                .formatted(MOST_PARTITIONS, partitions));
      }
      return new Partitions(positive("partitions", partitions));
    }
    return rows == null ? null : new Rows(positive("rows", rows));
  }

  private static int positive(String name, int value) throws TaskFailure {
    if (value < 1) {
      throw new TaskFailure("'%s' must be at least 1, but is %d.".formatted(name, value));
    }
    return value;
  }

  /** Bytes of a text such as {@code 100 KB}; a kilobyte has 1,024. */
  private static long size(String text) throws TaskFailure {
    Matcher parts = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new TaskFailure(
          "'bytes' must be a size such as 500 or 100 KB, but is '%s'.".formatted(text));
    }
    int power = parts.group(2).isEmpty() ? 0 : 1 + "KMGT".indexOf(parts.group(2));
    long bytes =
        new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(1L << (10 * power))).longValue();
    if (bytes < 1) {
      throw new TaskFailure("'bytes' must be at least 1, but is '%s'.".formatted(text));
    }
    return bytes;
  }
}
