package dev.legato.plugins.serdes.conversion;

import dev.legato.data.BadRows;
import dev.legato.data.OnBadRow;
import dev.legato.data.RowReader;
import dev.legato.data.RowWriter;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a file of one format into a file of another, a row at a time. */
public final class Conversion {
  private static final int ROWS_BETWEEN_LOOKS = 1_024;

  private final TaskContext context;

  public Conversion(TaskContext context) {
    this.context = context;
  }

  /** Makes a reader for a file; the reader closes the stream. */
  @FunctionalInterface
  public interface Opening {
    RowReader open(InputStream in) throws IOException, TaskFailure;
  }

  /** Makes a writer for a file; the writer closes the stream. */
  @FunctionalInterface
  public interface Beginning {
    RowWriter begin(OutputStream out) throws IOException, TaskFailure;
  }

  /**
   * Converts a whole file.
   *
   * @param name of the new file
   */
  public Converted convert(URI from, Opening opening, String name, Beginning beginning)
      throws TaskFailure, IOException, InterruptedException {
    try (NewFile file = context.files().create(name)) {
      long rows;
      try (InputStream in = context.files().read(from);
          RowReader reader = opening.open(in);
          RowWriter writer = beginning.begin(file.content())) {
        rows = copy(reader, writer);
      } catch (IllegalArgumentException e) { // options that do not go together
        throw new TaskFailure(String.valueOf(e.getMessage()), e);
      }
      URI uri = file.keep();
      count(rows);
      return new Converted(uri, rows);
    }
  }

  /** Copies all rows that are not null, and says how many there were. */
  public static long copy(RowReader reader, RowWriter writer)
      throws IOException, InterruptedException {
    long rows = 0;
    while (reader.next()) {
      Object row = reader.row();
      if (row != null) {
        writer.write(row);
        rows++;
      }
      look(rows);
    }
    return rows;
  }

  /** Gives up when the attempt is to end. */
  public static void look(long rows) throws InterruptedException {
    if (rows % ROWS_BETWEEN_LOOKS == 0 && Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Counts rows in the figures of the task run. */
  public void count(long rows) {
    context.count("records", (double) rows, Map.of());
  }

  /** How rows that do not fit are treated; warnings go to the task's log. */
  public BadRows badRows(OnBadRow rule) {
    return new BadRows(rule, context.log()::warn);
  }

  /** Copies a file to the local disk, for libraries that jump in it; the caller removes it. */
  public Path local(URI from, String suffix) throws TaskFailure, IOException {
    Path copy = scratch(suffix);
    try (InputStream in = context.files().read(from);
        OutputStream out = Files.newOutputStream(copy)) {
      in.transferTo(out);
      return copy;
    } catch (TaskFailure | IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  /** A new file on the local disk; the caller removes it. */
  public Path scratch(String suffix) throws IOException {
    return Files.createTempFile(context.workingDirectory(), ".scratch", suffix);
  }

  /** The last part of a file's name such as {@code .csv}; empty when it has none. */
  public static String extension(@Nullable URI file) {
    String path = file == null || file.getPath() == null ? "" : file.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot);
  }
}
