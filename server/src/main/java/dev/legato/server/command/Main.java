package dev.legato.server.command;

import dev.legato.server.Logging;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    Logging.toStandardError();
    System.exit(LegatoCommand.execute(args));
  }
}
