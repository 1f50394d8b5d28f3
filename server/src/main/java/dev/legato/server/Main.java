package dev.legato.server;

import dev.legato.server.command.LegatoCommand;

/** Where the program begins. */
public final class Main {
  private Main() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] args) {
    Logging.toStandardError();
    System.exit(LegatoCommand.execute(args));
  }
}
