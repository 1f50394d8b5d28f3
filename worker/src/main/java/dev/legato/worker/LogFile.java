package dev.legato.worker;

import dev.legato.model.log.LogEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines go to a file of their own: beside the other files of the task or trigger once they are
 * complete, and until then to a temporary one.
 */
final class LogFile implements LogTarget {
  private static final Logger log = LoggerFactory.getLogger(LogFile.class);

  private final Supplier<SafePath> place;
  private final FileStore files;
  private final Path temporaryFolder;
  private @Nullable Path file;
  private @Nullable BufferedWriter writer;

  LogFile(Supplier<SafePath> place, FileStore files, Path temporaryFolder) {
    this.place = place;
    this.files = files;
    this.temporaryFolder = temporaryFolder;
  }

  @Override
  public void append(List<LogEntry> entries) {
    try {
      BufferedWriter open = open();
      for (LogEntry entry : entries) {
        open.write(entry.timestamp() + " " + entry.level() + " " + entry.message());
        open.newLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedWriter open() throws IOException {
    BufferedWriter known = writer;
    if (known == null) {
      Files.createDirectories(temporaryFolder);
      file = Files.createTempFile(temporaryFolder, "log-", ".log");
      known = Files.newBufferedWriter(file);
      writer = known;
    }
    return known;
  }

  @Override
  public @Nullable String close() {
    Path written = file;
    if (writer == null || written == null) {
      return null;
    }
    try {
      writer.close();
      try (InputStream content = Files.newInputStream(written)) {
        return files.put(place.get(), content).uri();
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException
        | RuntimeException e) { // what they tell about must be reported all the same
      log.atError()
          .addKeyValue("file", place.get())
          .setCause(e)
          .log("cannot keep a file of log lines");
      return null;
    }
  }
}
