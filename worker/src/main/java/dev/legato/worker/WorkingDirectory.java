package dev.legato.worker;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder of an attempt, made when it is first asked for. */
final class WorkingDirectory {
  private final Path parent;
  private @Nullable Path folder;
  private boolean removed;

  /**
   * A folder that is not there yet.
   *
   * @param parent made, too, when it is missing
   */
  WorkingDirectory(Path parent) {
    this.parent = parent;
  }

  /** The folder, which only the user of this process can read. */
  synchronized Path path() throws IOException {
    if (removed) {
      throw new IOException("The attempt has ended; its working directory is gone.");
    }
    if (folder == null) {
      Files.createDirectories(parent);
      folder = Files.createTempDirectory(parent, "attempt-", ownerOnly());
    }
    return folder;
  }

  /** Removes the folder with all that is in it; links are removed, not followed. */
  synchronized void remove() throws IOException {
    removed = true;
    if (folder != null) {
      removeAll(folder);
      folder = null;
    }
  }

  /** Removes a folder with all that is in it. */
  static void removeAll(Path folder) throws IOException {
    Files.walkFileTree(folder, new Removal());
  }

  private static FileAttribute<?> ownerOnly() {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  }

  /** Removes what a task has left, also from folders that the task has made read-only. */
  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes)
        throws IOException {
      if (!Files.isWritable(each) || !Files.isExecutable(each)) {
        Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwx------"));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(each);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(each);
      return FileVisitResult.CONTINUE;
    }
  }
}
