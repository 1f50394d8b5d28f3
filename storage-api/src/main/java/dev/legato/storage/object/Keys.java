package dev.legato.storage.object;

import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.util.Optional;

/**
 * The keys of files and folders. A folder that is to be there without a file has an empty object
 * whose key ends with a slash.
 *
 * @param prefix of all keys, empty or with a slash at its end
 */
record Keys(String prefix) {
  static Keys below(String folder) {
    String bare = folder.replaceAll("^/+|/+$", "");
    return new Keys(bare.isEmpty() ? "" : bare + "/");
  }

  String file(SafePath path) {
    return prefix + String.join("/", path.names());
  }

  /** What the keys of all files in the folder begin with; also the key of the empty folder. */
  String folder(SafePath path) {
    return path.names().isEmpty() ? prefix : file(path) + "/";
  }

  /** Empty for what the storage has not made. */
  Optional<SafePath> path(String key) {
    try {
      String below = key.substring(prefix.length());
      return Optional.of(
          SafePath.parse(below.endsWith("/") ? below.substring(0, below.length() - 1) : below));
    } catch (UnsafePathException foreign) {
      return Optional.empty();
    }
  }

  static boolean isFolder(String key) {
    return key.isEmpty() || key.endsWith("/");
  }
}
