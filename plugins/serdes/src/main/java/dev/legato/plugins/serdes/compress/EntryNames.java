package dev.legato.plugins.serdes.compress;

import dev.legato.plugin.TaskFailure;
import java.util.List;

/** Names of files in archives: paths that lead nowhere but below the archive's root. */
final class EntryNames {
  private static final int LONGEST = 1_024;

  private EntryNames() {}

  /**
   * The name itself, with {@code ./} at its start left out.
   *
   * @throws TaskFailure when it leads elsewhere
   */
  static String checked(String name) throws TaskFailure {
    String path = name.startsWith("./") ? name.substring(2) : name;
    boolean control = path.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    boolean elsewhere = path.startsWith("/") || path.contains("\\") || path.matches("^[a-zA-Z]:.*");
    boolean dots = List.of(path.split("/", -1)).stream().anyMatch(EntryNames::isNoName);
    if (control || elsewhere || dots || path.length() > LONGEST) {
      String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
      throw new TaskFailure(
          "'%s' is no name for a file in an archive: it must be a path below the archive's root."
              .formatted(shown.replaceAll("\\p{Cntrl}", "?")));
    }
    return path;
  }

  private static boolean isNoName(String part) {
    return part.isEmpty() || part.equals(".") || part.equals("..");
  }

  /** A name for the internal storage, different for each number. */
  static String stored(int number, String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return "%05d-%s".formatted(number, last.replaceAll("[^a-zA-Z0-9._-]", "_"));
  }
}
