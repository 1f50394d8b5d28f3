package dev.legato.process.tree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a process gets a session of its own, so that a signal to its group reaches all that it has
 * started, and none that the server's terminal sends reaches it.
 */
final class Launch {
  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

  private final List<String> prefix;

  Launch() {
    // setsid replaces itself by the command and keeps its process id
    prefix = PLACES.stream().filter(Files::isExecutable).map(Path::toString).limit(1).toList();
  }

  /** Whether the id of a process is that of its group. */
  boolean makesGroups() {
    return !prefix.isEmpty();
  }

  List<String> inOwnSession(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }
}
