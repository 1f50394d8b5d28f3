package dev.legato.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.server.Checkout;
import dev.legato.server.security.Passwords;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class LegatoCommandTest {
  @TempDir private Path folder;

  static List<String> commands() {
    var names = new ArrayList<String>();
    collect("", LegatoCommand.commandLine(), names);
    return names;
  }

  private static void collect(String prefix, CommandLine command, List<String> names) {
    names.add(prefix.strip());
    command.getSubcommands().forEach((name, sub) -> collect(prefix + " " + name, sub, names));
  }

  @Test
  void theCommandsAreThese() {
    assertThat(commands())
        .contains("", "run", "server", "server local", "flow validate", "auth hash");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpAndVersion(String command) {
    Ran help = Ran.legato(words(command + " --help"));
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Usage: legato", "--help", "--version");
    assertThat(help.out().contains("First steps")).isEqualTo(command.isEmpty());

    Ran version = Ran.legato(words(command + " --version"));
    assertThat(version.exitCode()).isZero();
    assertThat(version.out()).containsPattern("^Legato \\d+\\.\\d+\\.\\d+").contains("Java 25");
  }

  @Test
  void commandsWithoutAWordAfterThemShowTheirHelp() {
    for (String command : List.of("", "server", "flow", "auth")) {
      Ran ran = Ran.legato(words(command));
      assertThat(ran.exitCode()).isZero();
      assertThat(ran.out()).startsWith("Usage: legato");
    }
  }

  @Test
  void shellsCanCompleteCommands() {
    assertThat(Ran.legato("generate-completion").out())
        .startsWith("#!/usr/bin/env bash")
        .contains("validate", "--inputs");
  }

  @Test
  void allExamplesAreValid() {
    Ran ran = Ran.legato("flow", "validate", Checkout.root().resolve("examples").toString());

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out()).contains("✓ examples.hello-world");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void validationChecksAllFlowsAndTellsAllMistakes() throws IOException {
    Files.writeString(folder.resolve("bad.yml"), "id: bad\nnamespace: demo\ntaks: []");
    Files.writeString(
        folder.resolve("good.yaml"),
        """
        id: good
        namespace: demo
        tasks:
          - id: log
            type: io.kestra.core.tasks.log.Log
            message: hello
        """);
    Files.writeString(folder.resolve("notes.txt"), "not a flow");

    Ran ran = Ran.legato("flow", "validate", folder.toString());

    assertThat(ran.exitCode()).isEqualTo(2);
    assertThat(ran.out()).contains("✓ demo.good").contains("info: tasks[0].type:");
    assertThat(ran.err())
        .contains("✘ demo.bad", "bad.yml:3:1: error: taks: ", "'tasks'")
        .doesNotContain("notes");
  }

  @Test
  void aFolderWithoutFlowsIsNamed() {
    assertThat(Ran.legato("flow", "validate", folder.toString()).err())
        .contains("There is no .yaml or .yml file in " + folder);
    assertThat(Ran.legato("flow", "validate", "none.yaml").err()).contains("There is no file");
  }

  @Test
  void aPasswordFromStandardInputIsHashed() {
    Ran ran = withInput("correct horse\n", "auth", "hash");

    assertThat(ran.exitCode()).isZero();
    assertThat(Passwords.matches("correct horse", ran.out().strip())).isTrue();
  }

  @Test
  void aShortPasswordIsRefused() {
    assertThat(withInput("1234567\n", "auth", "hash").err()).contains("at least 8 characters");
    assertThat(withInput("", "auth", "hash").exitCode()).isEqualTo(2);
  }

  private static Ran withInput(String text, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      return Ran.legato(arguments);
    } finally {
      System.setIn(before);
    }
  }

  private static String[] words(String line) {
    return line.isBlank() ? new String[0] : line.strip().split(" ");
  }
}
