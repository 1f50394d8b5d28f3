package dev.legato.plugins.serdes.record;

import dev.legato.data.ion.IonRowWriter;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.formula.Values;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the records of a task go: into a file, or into its outputs. */
public final class Destination implements Closeable {
  private static final int MOST_IN_OUTPUTS = 100_000;

  private final @Nullable NewFile file;
  private final @Nullable IonRowWriter writer;
  private final List<@Nullable Object> records = new ArrayList<>();
  private boolean ended;

  /**
   * Properties that tasks share.
   *
   * @param outputFormat of a file
   */
  public record Options(
      @Property(value = "How a file is written.", defaultValue = "TEXT") Format outputFormat,
      @Property(
              value =
                  "Where the records go: `RECORDS` into the outputs, `STORE` into a file; `AUTO`"
                      + " into a file when one is read.",
              defaultValue = "AUTO")
          Place outputType) {

    /** How a file is written. */
    public enum Format {
      TEXT,
      BINARY
    }

    /** Where records go. */
    public enum Place {
      AUTO,
      RECORDS,
      STORE
    }

    /**
     * Begins.
     *
     * @param readsFile whether any input is a file
     */
    Destination begin(boolean readsFile, TaskContext context) throws IOException {
      boolean stored = outputType == Place.STORE || (outputType == Place.AUTO && readsFile);
      return stored ? ofFile(outputFormat, context) : new Destination(null, null);
    }
  }

  /** What a task gives. */
  public record Result(
      @Property("The file, when the records are stored.") @Nullable URI uri,
      @Property("The records, when they are not stored; moments are texts.")
          @Nullable List<@Nullable Object> records) {}

  private Destination(@Nullable NewFile file, @Nullable IonRowWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  private static Destination ofFile(Options.Format format, TaskContext context) throws IOException {
    NewFile file = context.files().create("records.ion");
    return new Destination(
        file,
        format == Options.Format.TEXT
            ? IonRowWriter.text(file.content())
            : IonRowWriter.binary(file.content()));
  }

  void add(Map<String, ? extends @Nullable Object> record) throws TaskFailure, IOException {
    if (writer != null) {
      writer.write(record);
      return;
    }
    if (records.size() == MOST_IN_OUTPUTS) {
      throw new TaskFailure(
          "More than %,d records do not fit into outputs; use 'outputType: STORE'."
              .formatted(MOST_IN_OUTPUTS));
    }
    records.add(Values.shown(record));
  }

  /** Makes what was added visible. */
  Result keep() throws IOException {
    if (file == null || writer == null) {
      return new Result(null, records);
    }
    ended = true;
    writer.close();
    return new Result(file.keep(), null);
  }

  @Override
  public void close() throws IOException {
    if (file != null && writer != null) {
      try (file) {
        if (!ended) {
          writer.close();
        }
      }
    }
  }
}
