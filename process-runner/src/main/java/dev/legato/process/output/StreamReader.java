package dev.legato.process.output;

import java.io.IOException;
import java.io.InputStream;

/** Takes what a program writes. */
public interface StreamReader {
  /** Reads a stream to its end, on a thread for it alone. */
  void readAll(InputStream in, boolean isError) throws IOException;
}
