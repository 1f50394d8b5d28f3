package dev.legato.process.environment;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes folders of a cache that were not used for the longest time until the others keep to its
 * size. What was used within a day stays, because a program may still run in it.
 */
final class Pruning {
  private static final Duration MAY_BE_IN_USE = Duration.ofDays(1);

  private final Path folder;
  private final long maxBytes;

  Pruning(Path folder, long maxBytes) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  private record Entry(Path target, Instant used, long bytes) {}

  void run() throws IOException {
    List<Entry> entries = entries();
    long bytes = entries.stream().mapToLong(Entry::bytes).sum();
    Instant newest = Instant.now().minus(MAY_BE_IN_USE);
    entries.sort(Comparator.comparing(Entry::used));
    for (Entry entry : entries) {
      if (bytes <= maxBytes || entry.used().isAfter(newest)) {
        return;
      }
      unlink(entry.target());
      remove(entry.target());
      bytes -= entry.bytes();
    }
  }

  private List<Entry> entries() throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.filter(each -> isFolder(each)).toList()) {
        entries.add(new Entry(child, Files.getLastModifiedTime(child).toInstant(), size(child)));
      }
    }
    return entries;
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private void unlink(Path target) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      for (Path link : children.filter(Files::isSymbolicLink).toList()) {
        if (Files.readSymbolicLink(link).equals(target.getFileName())) {
          Files.deleteIfExists(link);
        }
      }
    }
  }

  private static long size(Path folder) throws IOException {
    long[] bytes = {0};
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes[0] += attributes.size();
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return bytes[0];
  }

  /** Removes a folder with all that is in it; links are not followed. */
  static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
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
        });
  }
}
