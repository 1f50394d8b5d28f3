package dev.legato.storage.file;

import java.time.Instant;

/**
 * What is at a path.
 *
 * @param size in bytes, 0 for a folder
 * @param modifiedAt when its content was written last
 */
public record FileEntry(
    SafePath path, Kind kind, long size, Instant createdAt, Instant modifiedAt) {
  /** What can be at a path. */
  public enum Kind {
    FILE,
    FOLDER
  }

  public boolean isFile() {
    return kind == Kind.FILE;
  }
}
