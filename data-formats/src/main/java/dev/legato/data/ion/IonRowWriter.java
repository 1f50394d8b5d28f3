package dev.legato.data.ion;

import com.amazon.ion.IonWriter;
import com.amazon.ion.system.IonBinaryWriterBuilder;
import dev.legato.data.RowException;
import dev.legato.data.RowWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes Ion: text with a row on each line, or binary. */
public final class IonRowWriter implements RowWriter {
  private static final int BLOCK = 64 << 10;

  private final Sink sink;
  private long rows;

  private IonRowWriter(Sink sink) {
    this.sink = sink;
  }

  /** Writes text. */
  public static IonRowWriter text(OutputStream out) {
    return new IonRowWriter(new TextSink(out));
  }

  /** Writes binary, which is smaller, and not for people. */
  public static IonRowWriter binary(OutputStream out) {
    return new IonRowWriter(new BinarySink(out));
  }

  @Override
  public void write(@Nullable Object row) throws IOException {
    rows++;
    try {
      sink.write(row);
    } catch (StackOverflowError e) {
      throw RowException.at(rows, "is nested too deeply.", e);
    }
  }

  @Override
  public void close() throws IOException {
    sink.close();
  }

  /** Where values go. */
  private interface Sink {
    void write(@Nullable Object row) throws IOException;

    void close() throws IOException;
  }

  private static final class TextSink implements Sink {
    private final OutputStream out;
    private final IonText text = new IonText();

    TextSink(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(@Nullable Object row) throws IOException {
      text.value(row);
      text.endLine();
      if (text.size() >= BLOCK) {
        text.drainTo(out);
      }
    }

    @Override
    public void close() throws IOException {
      try (out) {
        text.drainTo(out);
      }
    }
  }

  private static final class BinarySink implements Sink {
    private static final int FLUSHED_AFTER = 1_000;
    private final IonWriter writer;
    private int pending;

    BinarySink(OutputStream out) {
      this.writer = IonBinaryWriterBuilder.standard().build(out);
    }

    @Override
    public void write(@Nullable Object row) throws IOException {
      IonValues.write(row, writer);
      if (++pending == FLUSHED_AFTER) { // it holds everything until then
        writer.flush();
        pending = 0;
      }
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
