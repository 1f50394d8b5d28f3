package dev.legato.plugins.core.storage;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a file of lines into files of lines, holding no more than it must. */
public final class Pieces {
  private final TaskContext context;
  private final byte[] separator;
  private final String extension;
  private final Keeping keeping;
  private int made;

  private Pieces(TaskContext context, String separator, String extension, Keeping keeping) {
    this.context = context;
    this.separator = separator.getBytes(StandardCharsets.UTF_8);
    this.extension = extension;
    this.keeping = keeping;
  }

  /** Takes the pieces one after the other. */
  @FunctionalInterface
  public interface Taker {
    void take(URI piece) throws IOException;
  }

  /**
   * Cuts a file. Pieces keep its extension; an empty file has none.
   *
   * @param separator written after each line
   */
  public static void cut(TaskContext context, URI file, Cut cut, String separator, Taker taker)
      throws TaskFailure, IOException {
    try (InputStream in = context.files().read(file);
        Keeping keeping = new Keeping(taker)) {
      Pieces pieces = new Pieces(context, separator, extension(file), keeping);
      LineReader lines = new LineReader(in);
      switch (cut) {
        case Cut.Rows(int rows) -> pieces.byRows(lines, rows);
        case Cut.Bytes(long bytes) -> pieces.byBytes(lines, bytes);
        case Cut.Partitions(int partitions) -> pieces.byPartitions(lines, partitions);
      }
      keeping.finish();
    }
  }

  /** Such as {@code .csv}; {@code .tmp} for a file without one. */
  public static String extension(URI file) {
    String path = String.valueOf(file.getPath());
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? ".tmp" : name.substring(dot);
  }

  private void byRows(LineReader lines, int rows) throws IOException {
    byte @Nullable [] line = lines.next();
    while (line != null) {
      NewFile piece = next();
      try {
        for (int i = 0; i < rows && line != null; i++) {
          write(line, piece);
          line = lines.next();
        }
      } catch (IOException | RuntimeException e) {
        piece.close();
        throw e;
      }
      keeping.keep(piece);
    }
  }

  private void byBytes(LineReader lines, long bytes) throws IOException {
    byte @Nullable [] line = lines.next();
    while (line != null) {
      NewFile piece = next();
      try {
        for (long size = 0; size < bytes && line != null; ) {
          write(line, piece);
          size += line.length + separator.length;
          line = lines.next();
        }
      } catch (IOException | RuntimeException e) {
        piece.close();
        throw e;
      }
      keeping.keep(piece);
    }
  }

  private void byPartitions(LineReader lines, int partitions) throws IOException {
    List<NewFile> pieces = new ArrayList<>();
    try {
      int turn = 0;
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (turn == pieces.size()) {
          pieces.add(next());
        }
        write(line, pieces.get(turn));
        turn = (turn + 1) % partitions;
      }
      for (NewFile piece : pieces) {
        keeping.keep(piece);
      }
      keeping.finish();
    } finally {
      for (NewFile piece : pieces) {
        piece.close();
      }
    }
  }

  private NewFile next() throws IOException {
    if (Thread.interrupted()) {
      throw new InterruptedIOException("the task was told to give up");
    }
    return context.files().create("piece-%06d%s".formatted(++made, extension));
  }

  private void write(byte[] line, NewFile piece) throws IOException {
    piece.content().write(line);
    piece.content().write(separator);
  }
}
