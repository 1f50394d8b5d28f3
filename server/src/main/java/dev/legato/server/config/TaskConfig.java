package dev.legato.server.config;

import dev.legato.http.HttpRules;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What tasks may do.
 *
 * @param http whom they may call
 * @param temporary where their working directories are made; absent for the data directory
 */
public record TaskConfig(HttpRules http, @Nullable Path temporary) {
  public static final TaskConfig DEFAULTS = new TaskConfig(HttpRules.DEFAULTS, null);

  /** Where working directories are made. */
  public Path temporaryFolder(Path dataDirectory) {
    return temporary == null ? dataDirectory.resolve("work") : temporary;
  }
}
