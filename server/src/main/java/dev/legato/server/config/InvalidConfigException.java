package dev.legato.server.config;

import java.nio.file.Path;
import java.util.List;

/** The configuration cannot be used; the message has every problem, one a line. */
public final class InvalidConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidConfigException(Path file, List<String> problems) {
    super(
        "The configuration in %s cannot be used:%n  - %s"
            .formatted(file, String.join("%n  - ".formatted(), problems)));
  }
}
