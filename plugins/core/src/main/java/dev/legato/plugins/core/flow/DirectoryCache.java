package dev.legato.plugins.core.flow;

import dev.legato.plugin.KeptFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.folder.OutputFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Files of a working directory that the next execution finds again, such as installed packages. A
 * cache that cannot be read or written is told in the log and is no reason to fail.
 */
public record DirectoryCache(
    @Property("Which files are kept, as globs.") List<String> patterns,
    @Property("How long they are kept; absent means for ever.") @Nullable Duration ttl) {
  private static final int PORTION = 1 << 16;

  /** Puts what was kept into the folder. */
  void restore(TaskContext context, Path folder) {
    try {
      Optional<InputStream> kept = file(context).open(ttl);
      if (kept.isPresent()) {
        try (var archive = new ZipInputStream(kept.get())) {
          unpack(archive, folder);
        }
      }
    } catch (IOException | RuntimeException e) {
      context.log().warn("The cache cannot be read; the tasks begin without it: " + e);
    }
  }

  private static void unpack(ZipInputStream archive, Path folder) throws IOException {
    for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
      Path file = folder.resolve(entry.getName()).normalize();
      if (!file.startsWith(folder)) {
        throw new IOException("'%s' leads out of the folder".formatted(entry.getName()));
      }
      Files.createDirectories(file.getParent());
      Files.copy(archive, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Keeps what matches, unless the same is kept already. */
  void keep(TaskContext context, Path folder) throws TaskFailure {
    try {
      Set<Path> files = OutputFiles.matching(folder, patterns, "cache.patterns");
      Path archive = Files.createTempFile(folder, "cache-", ".zip");
      try {
        pack(files, folder, archive);
        KeptFile kept = file(context);
        if (!isSame(kept.open(ttl), archive)) {
          try (InputStream content = Files.newInputStream(archive)) {
            kept.replace(content);
          }
        }
      } finally {
        Files.deleteIfExists(archive);
      }
    } catch (IOException | RuntimeException e) {
      context.log().warn("The cache cannot be written: " + e);
    }
  }

  /** The same files always give the same bytes. */
  private static void pack(Set<Path> files, Path folder, Path archive) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
        entry.setTime(0);
        out.putNextEntry(entry);
        Files.copy(file, out);
      }
    }
  }

  private static boolean isSame(Optional<InputStream> kept, Path archive) throws IOException {
    if (kept.isEmpty()) {
      return false;
    }
    try (InputStream before = kept.get();
        InputStream now = Files.newInputStream(archive)) {
      byte[] ours = now.readNBytes(PORTION);
      byte[] theirs = before.readNBytes(PORTION);
      while (ours.length > 0 && Arrays.equals(ours, theirs)) {
        ours = now.readNBytes(PORTION);
        theirs = before.readNBytes(PORTION);
      }
      return ours.length == 0 && theirs.length == 0;
    }
  }

  /** One for each working directory of the flow and, in a loop, for each value. */
  private static KeptFile file(TaskContext context) {
    String hidden = context.attempt().taskId();
    String directory = hidden.substring(0, Math.max(0, hidden.lastIndexOf('_')));
    return context.kept(directory, context.attempt().value());
  }
}
