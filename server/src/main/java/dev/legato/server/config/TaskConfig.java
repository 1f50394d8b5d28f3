package dev.legato.server.config;

import dev.legato.http.HttpRules;
import dev.legato.plugin.AllowedFolders;
import dev.legato.worker.WorkerConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What tasks may do.
 *
 * @param http whom they may call
 * @param scripts how programs run for them
 * @param folders of this machine that tasks and triggers may reach
 * @param temporary where their working directories are made; absent for the data directory
 * @param terminationGrace how long they have to end by themselves when the server stops
 */
public record TaskConfig(
    HttpRules http,
    ScriptConfig scripts,
    AllowedFolders folders,
    @Nullable Path temporary,
    Duration terminationGrace) {
  private static final Duration TERMINATION_GRACE = WorkerConfig.DEFAULTS.shutdownGrace();

  public static final TaskConfig DEFAULTS =
      new TaskConfig(HttpRules.DEFAULTS, ScriptConfig.DEFAULTS, AllowedFolders.NONE);

  /** With working directories in the data directory, and the time that tasks usually have. */
  public TaskConfig(HttpRules http, ScriptConfig scripts, AllowedFolders folders) {
    this(http, scripts, folders, null, TERMINATION_GRACE);
  }

  public TaskConfig {
    if (terminationGrace.isNegative() || terminationGrace.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "server.termination-grace-period must be between PT0S and P1D, not " + terminationGrace);
    }
  }

  /** Where working directories are made: a folder for the server of this data directory alone. */
  public Path temporaryFolder(Path dataDirectory) {
    if (temporary == null) {
      return dataDirectory.resolve("work");
    }
    String place = dataDirectory.toAbsolutePath().normalize().toString();
    return temporary.resolve("legato-" + Integer.toHexString(place.hashCode()));
  }
}
