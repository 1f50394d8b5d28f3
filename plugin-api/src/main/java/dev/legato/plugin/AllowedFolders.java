package dev.legato.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The folders of the worker's machine that flows may reach. Paths are compared as they really are,
 * so that no link and no {@code ..} leads out of them.
 */
public final class AllowedFolders {
  /** No folder at all, which is so unless the administrator names some. */
  public static final AllowedFolders NONE = new AllowedFolders(List.of());

  private final List<Path> folders;

  /**
   * @param folders absolute; those that do not exist (yet) allow nothing
   */
  public AllowedFolders(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /**
   * A path that flows may use, with all links followed. What it names need not exist, but nothing
   * above it may lead outside.
   *
   * @throws TaskFailure when it is not within one of the folders
   */
  public Path resolve(String path) throws TaskFailure, IOException {
    Path given;
    try {
      given = Path.of(path.startsWith("file://") ? path.substring("file://".length()) : path);
    } catch (InvalidPathException e) {
      throw new TaskFailure("'%s' is no path: %s.".formatted(path, e.getReason()));
    }
    if (!given.isAbsolute()) {
      throw new TaskFailure(
          "'%s' is not an absolute path; write it from the root, such as /data/in."
              .formatted(path));
    }
    Path real = real(given.normalize());
    for (Path folder : folders) {
      if (Files.exists(folder) && real.startsWith(folder.toRealPath())) {
        return real;
      }
    }
    throw new TaskFailure(
        "'%s' is not in a folder that flows may use. An administrator allows folders with legato.local-files.allowed-paths in the configuration."
            .formatted(path));
  }

  private static Path real(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    if (Files.isSymbolicLink(path)) {
      return real(path.resolveSibling(Files.readSymbolicLink(path)).normalize());
    }
    @Nullable Path parent = path.getParent();
    return parent == null
        ? path
        : real(parent).resolve(Objects.requireNonNull(path.getFileName()).toString());
  }
}
