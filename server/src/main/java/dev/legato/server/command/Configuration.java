package dev.legato.server.command;

import dev.legato.server.config.ConfigFile;
import dev.legato.server.config.ServerConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the configuration file. */
final class Configuration {
  private Configuration() {}

  /** The given file, else {@code ~/.legato/config.yml}, else none. */
  static ServerConfig load(@Nullable Path given) {
    Path usual = Path.of(System.getProperty("user.home"), ".legato", "config.yml");
    if (given != null && !Files.exists(given)) {
      throw new CommandFailure(ExitCode.INVALID, "There is no file %s.".formatted(given));
    }
    Path file = given == null ? usual : given;
    return Files.exists(file)
        ? ConfigFile.read(file, System.getenv())
        : ConfigFile.none(System.getenv());
  }
}
