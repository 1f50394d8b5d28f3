package dev.legato.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone when the command is. */
record ScratchDirectory(Path path) implements AutoCloseable {
  static ScratchDirectory create() {
    try {
      return new ScratchDirectory(Files.createTempDirectory("legato-"));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "No temporary folder can be made in %s: %s"
              .formatted(System.getProperty("java.io.tmpdir"), e.getMessage()));
    }
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : innermostFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
