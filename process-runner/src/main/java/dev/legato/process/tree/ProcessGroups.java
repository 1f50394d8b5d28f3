package dev.legato.process.tree;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a process group is gone. */
final class ProcessGroups {
  private static final Path PROCESSES = Path.of("/proc");
  private static final int STATE = 0;
  private static final int GROUP = 2;

  private ProcessGroups() {}

  /**
   * Whether a process of the group still runs. What has ended and was not noticed by its parent,
   * which may be a container's first process that never looks, does not count.
   */
  static boolean hasLivingMember(long leader) {
    if (!Signals.toGroup(leader, Signals.EXISTS)) {
      return false;
    }
    if (!Files.isDirectory(PROCESSES)) {
      return true;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : all) {
        if (isLivingMember(process, leader)) {
          return true;
        }
      }
      return false;
    } catch (IOException _) {
      return true;
    }
  }

  private static boolean isLivingMember(Path process, long leader) {
    try {
      String line = Files.readString(process.resolve("stat"));
      // the name of the program, in parentheses, may hold anything
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", GROUP + 2);
      return fields.length > GROUP
          && Long.parseLong(fields[GROUP]) == leader
          && !fields[STATE].equals("Z")
          && !fields[STATE].equals("X");
    } catch (IOException | NumberFormatException _) {
      return false; // ended meanwhile
    }
  }
}
