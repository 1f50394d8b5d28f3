package dev.legato.files;

import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is in folders, sorted. What is neither a file nor a folder is left out. */
final class Listing {
  private final int limit;
  private final List<FileEntry> entries = new ArrayList<>();

  Listing(int limit) {
    this.limit = limit;
  }

  List<FileEntry> entries() {
    return entries;
  }

  /** What is directly in a folder. */
  void addChildren(Folder folder, SafePath path) throws IOException {
    for (String name : folder.names().stream().sorted().toList()) {
      entry(folder, path, name).ifPresent(entries::add);
    }
  }

  /**
   * The files below a folder.
   *
   * @param after names that lead to the last file that is not wanted any more; empty for none
   */
  void addFiles(Folder folder, SafePath path, List<String> after) throws IOException {
    for (String name : folder.names().stream().sorted().toList()) {
      int order = after.isEmpty() ? 1 : name.compareTo(after.getFirst());
      if (entries.size() == limit) {
        return;
      }
      if (order >= 0) {
        add(folder, path, name, order == 0 ? after.subList(1, after.size()) : null);
      }
    }
  }

  /** Adds a file that comes later, or files in a folder that the last one may be in. */
  private void add(Folder folder, SafePath path, String name, @Nullable List<String> after)
      throws IOException {
    Optional<FileEntry> entry = entry(folder, path, name);
    if (entry.isEmpty()) {
      return;
    }
    if (!entry.get().isFile()) {
      try (Folder child = folder.open(name)) {
        addFiles(child, entry.get().path(), after == null ? List.of() : after);
      } catch (NoSuchFileException | NotDirectoryException deletedMeanwhile) {
        return;
      }
    } else if (after == null) {
      entries.add(entry.get());
    }
  }

  /** What has a name in a folder; empty when it is nothing that the storage has made. */
  static Optional<FileEntry> entry(Folder folder, SafePath path, String name) throws IOException {
    SafePath found;
    BasicFileAttributes attributes;
    try {
      found = path.resolve(name);
      attributes = folder.attributes(name);
    } catch (UnsafePathException | NoSuchFileException notOursOrDeletedMeanwhile) {
      return Optional.empty();
    }
    if (!attributes.isRegularFile() && !attributes.isDirectory()) {
      return Optional.empty();
    }
    boolean file = attributes.isRegularFile();
    return Optional.of(
        new FileEntry(
            found,
            file ? FileEntry.Kind.FILE : FileEntry.Kind.FOLDER,
            file ? attributes.size() : 0,
            attributes.creationTime().toInstant(),
            attributes.lastModifiedTime().toInstant()));
  }
}
