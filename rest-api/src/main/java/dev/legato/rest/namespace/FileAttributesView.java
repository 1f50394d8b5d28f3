package dev.legato.rest.namespace;

import dev.legato.storage.file.FileEntry;

/**
 * A file or folder.
 *
 * @param lastModifiedTime in milliseconds since 1970, as is {@code creationTime}
 * @param size in bytes, 0 for a folder
 */
public record FileAttributesView(
    String fileName, long lastModifiedTime, long creationTime, Type type, long size) {
  /** What can be at a path; as clients know it. */
  public enum Type {
    File,
    Directory
  }

  static FileAttributesView of(FileEntry entry) {
    return new FileAttributesView(
        entry.path().name(),
        entry.modifiedAt().toEpochMilli(),
        entry.createdAt().toEpochMilli(),
        entry.isFile() ? Type.File : Type.Directory,
        entry.size());
  }
}
