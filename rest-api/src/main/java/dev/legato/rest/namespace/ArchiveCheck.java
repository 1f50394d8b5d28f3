package dev.legato.rest.namespace;

import dev.legato.rest.http.Problem;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import dev.legato.storage.namespace.NamespaceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;

/**
 * Looks at every file of an archive before any is unpacked: names that lead out, names that are the
 * same for some systems, and archives that unpack to far more than they are.
 */
final class ArchiveCheck {
  private static final int MAX_FILES = 10_000;
  private static final long MAX_BYTES = 1L << 30;

  /** No text or table packs better, and smaller archives do no harm. */
  private static final int MAX_RATIO = 100;

  private static final long HARMLESS_BYTES = 16L << 20;

  private final long maxBytes;
  private final Set<String> names = new HashSet<>();
  private final byte[] buffer = new byte[16 << 10];
  private long bytes;
  private boolean flows;

  /**
   * @param size of the archive in bytes
   */
  ArchiveCheck(long size) {
    this.maxBytes = Math.min(MAX_BYTES, Math.max(HARMLESS_BYTES, size * MAX_RATIO));
  }

  /** The path that an entry names. */
  static SafePath path(ZipEntry entry) {
    String name = entry.getName();
    if (name.startsWith("/")) {
      throw Problem.illegalArgument("the archive holds an absolute path");
    }
    try {
      return SafePath.parse(entry.isDirectory() ? name.substring(0, name.length() - 1) : name);
    } catch (UnsafePathException e) {
      throw Problem.illegalArgument(e);
    }
  }

  void look(SafePath path, InputStream content) throws IOException {
    boolean isFlow = NamespaceArchive.isFlow(path);
    flows |= isFlow;
    if (!isFlow && path.names().getFirst().equals(NamespaceFiles.FLOWS)) {
      throw Problem.illegalArgument(
          "the archive holds '%s', but only flows can be there".formatted(path));
    }
    if (!names.add(path.toString().toLowerCase(Locale.ROOT))) {
      throw Problem.illegalArgument("the archive holds two files named '%s'".formatted(path));
    }
    if (names.size() > MAX_FILES) {
      throw Problem.illegalArgument("the archive holds more than %d files".formatted(MAX_FILES));
    }
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      bytes += read;
      if (bytes > maxBytes) {
        throw Problem.illegalArgument("the archive unpacks to more than is allowed");
      }
    }
  }

  /** Refuses what is no archive. */
  void end() {
    if (names.isEmpty()) {
      throw Problem.illegalArgument("the file is no archive, or an empty one");
    }
  }

  boolean hasFlows() {
    return flows;
  }
}
