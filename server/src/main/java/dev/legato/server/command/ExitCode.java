package dev.legato.server.command;

/** What the process tells whoever started it. */
final class ExitCode {
  static final int OK = 0;

  /** The execution failed, or the command could not do what it should. */
  static final int FAILED = 1;

  /** The flow, an input or the command line is not valid. */
  static final int INVALID = 2;

  private ExitCode() {}
}
