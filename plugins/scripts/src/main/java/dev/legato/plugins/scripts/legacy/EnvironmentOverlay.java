package dev.legato.plugins.scripts.legacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Python environment in a script's own folder that finds the packages of a kept one: what the
 * script installs stays its own.
 */
final class EnvironmentOverlay {
  private static final String PIP =
      """
      #!/bin/sh
      exec "${0%/*}/python" -m pip "$@"
      """;

  private EnvironmentOverlay() {}

  static void make(Path environment, Path folder) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path python = environment.resolve("bin/python").toRealPath();
    for (String name : List.of("python", "python3")) {
      link(bin.resolve(name), python);
    }
    Files.writeString(folder.resolve("pyvenv.cfg"), configuration(environment));
    try (Stream<Path> libraries = Files.list(environment.resolve("lib"))) {
      for (Path library : libraries.toList()) {
        String packages = library.getFileName() + "/site-packages";
        Path own = Files.createDirectories(folder.resolve("lib").resolve(packages));
        Files.writeString(
            own.resolve("kept-environment.pth"), library.resolve("site-packages") + "\n");
      }
    }
    try (Stream<Path> programs = Files.list(environment.resolve("bin"))) {
      for (Path program : programs.toList()) {
        link(bin.resolve(program.getFileName()), program);
      }
    }
    Path pip = bin.resolve("pip");
    if (!Files.exists(pip)) {
      Files.writeString(pip, PIP);
      Files.setPosixFilePermissions(pip, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  // without the lines that name the kept environment
  private static String configuration(Path environment) throws IOException {
    return String.join(
        "\n",
        Files.readAllLines(environment.resolve("pyvenv.cfg")).stream()
            .filter(line -> !line.startsWith("command"))
            .toList());
  }

  private static void link(Path link, Path target) throws IOException {
    if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
      Files.createSymbolicLink(link, target);
    }
  }
}
