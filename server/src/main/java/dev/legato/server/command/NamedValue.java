package dev.legato.server.command;

/** What stands behind an option as {@code name=value}. */
record NamedValue(String name, String value) {
  static NamedValue parse(String option, String argument) {
    int equals = argument.indexOf('=');
    if (equals < 1) {
      throw new CommandFailure(
          ExitCode.INVALID,
          "%s needs a name and a value, such as %s name=value, but got '%s'."
              .formatted(option, option, argument));
    }
    return new NamedValue(argument.substring(0, equals), argument.substring(equals + 1));
  }
}
