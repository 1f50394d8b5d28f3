package dev.legato.process.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds processes by the mark in their environment. Only Linux shows the environment of processes;
 * elsewhere none is found, and process groups have to do.
 */
public final class MarkedProcesses {
  private static final int MOST_ROUNDS = 1_000;
  private static final Duration GLANCE = Duration.ofMillis(1);

  private MarkedProcesses() {}

  /**
   * Ends all processes with a mark or with one of its children, and what they start meanwhile.
   * Returns when they are gone; a processor that is busy may need some time to end them.
   *
   * @return how many there were
   */
  public static int kill(Mark mark) {
    return kill(List.of(mark));
  }

  static int kill(List<Mark> marks) {
    Set<Long> killed = new HashSet<>();
    List<Long> found = find(marks);
    for (int round = 0; !found.isEmpty() && round < MOST_ROUNDS; round++) {
      found.forEach(pid -> Signals.toProcess(pid, Signals.KILL));
      killed.addAll(found);
      LockSupport.parkNanos(GLANCE.toNanos());
      found = find(marks);
    }
    return killed.size();
  }

  /** All processes with the mark or with one of its children; none of another user. */
  public static List<Long> find(Mark mark) {
    return find(List.of(mark));
  }

  private static List<Long> find(List<Mark> marks) {
    List<Long> found = new ArrayList<>();
    List<byte[]> wanted =
        marks.stream().map(mark -> ('\0' + mark.entry()).getBytes(StandardCharsets.UTF_8)).toList();
    Path processes = Path.of("/proc");
    if (!Files.isDirectory(processes)) {
      return found;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(processes, "[0-9]*")) {
      for (Path process : all) {
        if (isMarked(process, wanted)) {
          found.add(Long.valueOf(process.getFileName().toString()));
        }
      }
    } catch (IOException _) {
      return found; // then nothing can be said about the others
    }
    return found;
  }

  private static boolean isMarked(Path process, List<byte[]> wanted) {
    try {
      byte[] variables = Files.readAllBytes(process.resolve("environ"));
      return wanted.stream().anyMatch(mark -> holds(variables, mark));
    } catch (IOException _) {
      return false; // ended meanwhile, or somebody else's
    }
  }

  private static boolean holds(byte[] variables, byte[] mark) {
    int end = endOf(variables, mark);
    return end > 0 && (end == variables.length || variables[end] == 0 || variables[end] == '/');
  }

  /** Where it ends, or 0. The first variable has no zero before it, all others have one. */
  private static int endOf(byte[] variables, byte[] wanted) {
    for (int at = -1; at <= variables.length - wanted.length; at++) {
      int length = 0;
      while (length < wanted.length && at(variables, at + length) == wanted[length]) {
        length++;
      }
      if (length == wanted.length) {
        return at + length;
      }
    }
    return 0;
  }

  private static byte at(byte[] variables, int index) {
    return index < 0 ? 0 : variables[index];
  }
}
