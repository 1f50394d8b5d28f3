package dev.legato.plugin;

import dev.legato.plugin.file.NamespaceFileChoice;
import dev.legato.plugin.file.NamespaceFilePurge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that the flows of a namespace share, such as scripts and queries, by paths such as {@code
 * scripts/load.py}; a slash at the beginning changes nothing. A pattern matches a path when it
 * matches it as a whole or from any folder on; {@code *} stops at a slash, {@code **} does not.
 */
public interface NamespaceFiles {
  /**
   * The paths that match any of the patterns, sorted, without a slash at the beginning.
   *
   * @param patterns all files when empty
   */
  List<String> find(String namespace, List<String> patterns) throws TaskFailure, IOException;

  /**
   * Opens a file; the caller closes it.
   *
   * @throws TaskFailure when there is no such file
   */
  InputStream read(String namespace, String path) throws TaskFailure, IOException;

  /**
   * Writes a file. What it held before stays as an older revision.
   *
   * @param content read to its end, not closed
   * @return false when there is a file and it is not to be overwritten: nothing has changed
   */
  boolean write(String namespace, String path, InputStream content, boolean overwrite)
      throws TaskFailure, IOException;

  /**
   * Removes a file with its older revisions.
   *
   * @return false when there is none
   */
  boolean delete(String namespace, String path) throws TaskFailure, IOException;

  /**
   * Copies files into a folder, each under its own path.
   *
   * @param folder such as the working directory; links in it are not followed
   * @return what was written
   * @throws TaskFailure when a file must not be replaced, or when a link or a file is in the way
   */
  List<Path> copy(NamespaceFileChoice choice, Path folder) throws TaskFailure, IOException;

  /** Removes older revisions, and says how many. */
  long purge(NamespaceFilePurge purge) throws TaskFailure, IOException, InterruptedException;
}
