package dev.legato.plugins.fs.local;

import dev.legato.plugin.Property;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;

/** A file or folder of the machine. */
public record LocalFile(
    @Property("Where to read it: an address in internal storage, or `file://` when only listed.")
        URI uri,
    @Property("Its path.") String localPath,
    @Property("Its name.") String name,
    @Property("The path of its folder.") String parent,
    @Property("In bytes.") long size,
    @Property("When it was made, as far as the file system knows.") Instant createdDate,
    @Property("When its content has changed last.") Instant modifiedDate,
    @Property("When it was read last, as far as the file system knows.") Instant accessedDate,
    @Property("Whether it is a folder.") boolean isDirectory) {
  static LocalFile of(Path path) throws IOException {
    BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
    return new LocalFile(
        path.toUri(),
        path.toString(),
        nameOf(path),
        String.valueOf(path.getParent()),
        seen.size(),
        seen.creationTime().toInstant(),
        seen.lastModifiedTime().toInstant(),
        seen.lastAccessTime().toInstant(),
        seen.isDirectory());
  }

  /** The same file, to be read elsewhere. */
  LocalFile at(URI stored) {
    return new LocalFile(
        stored,
        localPath,
        name,
        parent,
        size,
        createdDate,
        modifiedDate,
        accessedDate,
        isDirectory);
  }

  Path path() {
    return Path.of(localPath);
  }

  static String nameOf(Path path) {
    return Objects.requireNonNullElse(path.getFileName(), path).toString();
  }
}
