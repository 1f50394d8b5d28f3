package dev.legato.server.config;

import dev.legato.http.HttpRules;
import dev.legato.plugin.AllowedFolders;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What tasks may do.
 *
 * @param http whom they may call
 * @param scripts how programs run for them
 * @param folders of this machine that tasks and triggers may reach
 * @param temporary where their working directories are made; absent for the data directory
 */
public record TaskConfig(
    HttpRules http, ScriptConfig scripts, AllowedFolders folders, @Nullable Path temporary) {
  public static final TaskConfig DEFAULTS =
      new TaskConfig(HttpRules.DEFAULTS, ScriptConfig.DEFAULTS, AllowedFolders.NONE, null);

  /** Where working directories are made: a folder for the server of this data directory alone. */
  public Path temporaryFolder(Path dataDirectory) {
    if (temporary == null) {
      return dataDirectory.resolve("work");
    }
    String place = dataDirectory.toAbsolutePath().normalize().toString();
    return temporary.resolve("legato-" + Integer.toHexString(place.hashCode()));
  }
}
