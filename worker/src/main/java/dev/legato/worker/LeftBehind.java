package dev.legato.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What attempts have left behind whose process died. */
public final class LeftBehind {
  private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);

  private LeftBehind() {}

  /**
   * Removes a folder of working directories. To be called before a worker starts; what cannot be
   * removed stays, with a warning.
   *
   * @param folder that no other process uses
   */
  public static void remove(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      WorkingDirectory.removeAll(folder);
    } catch (IOException e) {
      log.atWarn()
          .addKeyValue("folder", folder)
          .setCause(e)
          .log("cannot remove what ended attempts have left behind");
    }
  }
}
