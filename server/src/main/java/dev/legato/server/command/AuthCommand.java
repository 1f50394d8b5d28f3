package dev.legato.server.command;

import dev.legato.server.security.Passwords;
import dev.legato.server.terminal.Terminals;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Passwords for the configuration. */
@Command(name = "auth", description = "Make what the configuration needs for passwords.")
final class AuthCommand implements Runnable {
  private static final int MIN_LENGTH = 8;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "hash",
      description = {
        "Ask for a password (or read it from standard input) and print its hash,",
        "to be put under legato.server.basic-auth.password-hash."
      })
  int hash() throws IOException {
    String password = readPassword();
    if (password.length() < MIN_LENGTH) {
      throw new CommandFailure(
          ExitCode.INVALID, "A password needs at least %d characters.".formatted(MIN_LENGTH));
    }
    spec.commandLine().getOut().println(Passwords.hash(password, new SecureRandom()));
    return ExitCode.OK;
  }

  private static String readPassword() throws IOException {
    Optional<Console> terminal = Terminals.current();
    if (terminal.isEmpty()) {
      var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = input.readLine();
      return line == null ? "" : line;
    }
    Console console = terminal.get();
    char[] first = console.readPassword("Password: ");
    char[] second = console.readPassword("Once more: ");
    if (first == null || !Arrays.equals(first, second)) {
      throw new CommandFailure(ExitCode.INVALID, "The two passwords differ.");
    }
    return new String(first);
  }
}
