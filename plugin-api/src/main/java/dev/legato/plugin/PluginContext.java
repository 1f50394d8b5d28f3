package dev.legato.plugin;

import dev.legato.plugin.http.HttpClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What plugin code may use wherever it runs. Safe to use from any thread. */
public interface PluginContext {
  /** A log for people. */
  TaskLog log();

  /** Waits; the only way for a plugin to do so. */
  void sleep(Duration duration) throws InterruptedException;

  /** The time of day. */
  InstantSource clock();

  /**
   * Renders a template to text, for properties that are not rendered before the plugin is called.
   *
   * @param further variables that hide others of the same name
   * @throws TaskFailure when the template cannot be rendered
   */
  String render(String template, Map<String, ?> further) throws TaskFailure;

  /**
   * Like {@link #render}, but a template that is exactly one expression becomes the expression's
   * value: a number stays a number, a list a list.
   *
   * @return a JSON value
   */
  @Nullable Object evaluate(String template, Map<String, ?> further) throws TaskFailure;

  /** Values that outlive the execution. */
  KeyValues keyValues();

  /** Calls over the network, guarded against reaching what a flow should not reach. */
  HttpClient http();

  /** A folder for this piece of work. Removed, with all that is in it, when the work has ended. */
  Path workingDirectory() throws IOException;

  /** Files in the internal storage. */
  TaskFiles files();

  /** The folders of this machine that flows may reach. */
  default AllowedFolders folders() {
    return AllowedFolders.NONE;
  }
}
