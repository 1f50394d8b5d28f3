package dev.legato.rest.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * Takes the files of a form while they arrive.
 *
 * @param <F> what becomes of a file
 */
@FunctionalInterface
public interface FileSink<F> {
  /**
   * Takes one file.
   *
   * @param name of the part
   * @param fileName as the client calls it; any text
   * @param content to be read before this returns; the rest is skipped
   */
  F take(String name, String fileName, InputStream content) throws IOException;
}
