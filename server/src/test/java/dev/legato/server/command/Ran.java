package dev.legato.server.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a command line did. */
record Ran(int exitCode, String out, String err) {
  static Ran legato(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        LegatoCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ran(exitCode, out.toString(), err.toString());
  }
}
