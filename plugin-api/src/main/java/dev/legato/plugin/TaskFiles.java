package dev.legato.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files in the internal storage, named by URIs such as {@code kestra:///shop/orders/…/rows.csv}. A
 * task may use the files of its own execution, of the execution that started it and of its own
 * namespace; any other URI is refused with a {@link TaskFailure} that names it. Files that flows of
 * a namespace share have URIs such as {@code nsfile:///queries/a.sql} or {@code
 * nsfile://other.space/a.sql}, too; these can be read, not removed. So can files of the machine
 * such as {@code file:///data/a.csv}, where an administrator allows their folder.
 */
public interface TaskFiles {
  /** Whether a text claims to name a file here. */
  static boolean isAddress(String text) {
    return text.startsWith("kestra://")
        || text.startsWith("nsfile:")
        || text.startsWith("file:///");
  }

  /** Opens a file; the caller closes it. */
  InputStream read(URI file) throws TaskFailure, IOException;

  /** The number of bytes. */
  long size(URI file) throws TaskFailure, IOException;

  /**
   * Removes a file.
   *
   * @return false when there is none
   */
  boolean delete(URI file) throws TaskFailure, IOException;

  /** Removes all files that the execution has stored, and says which. */
  List<URI> deleteAllOfExecution() throws IOException;

  /**
   * Begins a file of this task run. Nobody sees it before {@link NewFile#keep}.
   *
   * @param name of the file, without folders; a later file of the same name replaces it
   */
  NewFile create(String name) throws IOException;

  /** Stores a text. */
  default URI store(String name, String text) throws IOException {
    try (NewFile file = create(name)) {
      file.content().write(text.getBytes(StandardCharsets.UTF_8));
      return file.keep();
    }
  }

  /** Stores a file of the working directory under its own name. */
  default URI store(Path file) throws IOException {
    try (NewFile copy = create(String.valueOf(file.getFileName()))) {
      Files.copy(file, copy.content());
      return copy.keep();
    }
  }
}
