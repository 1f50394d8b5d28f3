package dev.legato.plugins.serdes.record;

import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several sources of records, read side by side. */
final class Inputs implements Closeable {
  private final List<Records> inputs = new ArrayList<>();
  private long rows;
  private boolean uneven;

  Inputs(List<Object> from, int fewest, TaskContext context) throws TaskFailure, IOException {
    if (from.size() < fewest) {
      throw new TaskFailure("'inputs' needs %d or more.".formatted(fewest));
    }
    try {
      for (Object each : from) {
        inputs.add(Records.open(each, context));
      }
    } catch (TaskFailure | IOException e) {
      close();
      throw e;
    }
  }

  static boolean readFile(List<Object> from) {
    return from.stream().anyMatch(Records::isFile);
  }

  /** The next record of each; null when any has none. */
  @Nullable List<Map<String, @Nullable Object>> next() throws TaskFailure, IOException {
    List<Map<String, @Nullable Object>> row = new ArrayList<>();
    for (Records input : inputs) {
      Map<String, @Nullable Object> record = input.next();
      if (record != null) {
        row.add(record);
      }
    }
    if (row.size() == inputs.size()) {
      rows++;
      return row;
    }
    uneven = !row.isEmpty();
    return null;
  }

  /** Fails when one had more records than another. */
  void checkEven() throws TaskFailure {
    if (uneven) {
      throw new TaskFailure(
          "The inputs do not have the same number of records: one ends after %d.".formatted(rows));
    }
  }

  @Override
  public void close() throws IOException {
    IOException failed = null;
    for (Records input : inputs) {
      try {
        input.close();
      } catch (IOException e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
