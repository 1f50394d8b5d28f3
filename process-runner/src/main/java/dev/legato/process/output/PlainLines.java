package dev.legato.process.output;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Hands on each line of both streams, whatever it says. */
public final class PlainLines implements StreamReader {
  private static final int BUFFER = 8 << 10;
  private static final int MAX_BYTES = 64 << 10;

  private final Consumer<String> lines;

  /**
   * @param lines called by one thread at a time
   */
  public PlainLines(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void readAll(InputStream in, boolean isError) throws IOException {
    LineCutter cutter = new LineCutter(MAX_BYTES, line -> accept(line.text()));
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      cutter.take(buffer, 0, read);
    }
    cutter.end();
  }

  private synchronized void accept(String line) {
    lines.accept(line);
  }
}
