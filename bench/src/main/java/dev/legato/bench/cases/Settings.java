package dev.legato.bench.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a case is to be measured.
 *
 * @param seconds how long each rate is held
 * @param firstRate of sustained cases; absent for the case's own
 * @param scratch a folder for the case alone
 */
public record Settings(int seconds, @Nullable Integer firstRate, Path scratch)
    implements AutoCloseable {
  public static Settings create(int seconds, @Nullable Integer firstRate) throws IOException {
    return new Settings(seconds, firstRate, Files.createTempDirectory("legato-bench-"));
  }

  /** A data directory that does not exist yet. */
  public Path data(String name) {
    return scratch.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(scratch)) {
      List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : innermostFirst) {
        Files.deleteIfExists(each);
      }
    }
  }
}
