package dev.legato.server.terminal;

import java.io.Console;
import java.util.Optional;

/** Where people sit. */
public final class Terminals {
  private Terminals() {}

  /** The terminal of this process; empty when input or output go elsewhere. */
  // the check knows JDK 22 to 24 only: 25 answers null again when nobody sits there
  @SuppressWarnings("SystemConsoleNull")
  public static Optional<Console> current() {
    Console console = System.console();
    return console != null && console.isTerminal() ? Optional.of(console) : Optional.empty();
  }
}
