package dev.legato.server.service;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.file.NamespaceFileChoice.IfExists;
import dev.legato.storage.file.SafePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Writes files into a folder that a program may have filled before: no link in it is followed. */
final class FolderCopy {
  private final Path folder;
  private final IfExists ifExists;
  private final TaskLog log;
  private final Set<Path> written = new LinkedHashSet<>();

  FolderCopy(Path folder, IfExists ifExists, TaskLog log) {
    this.folder = folder;
    this.ifExists = ifExists;
    this.log = log;
  }

  /** Writes a file at its path below the folder, unless one is there that must stay. */
  void add(SafePath path, Supplier<InputStream> content) throws TaskFailure, IOException {
    Path target = parent(path).resolve(path.name());
    boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (exists && !mayReplace(path, target)) {
      return;
    }
    if (exists) {
      Files.delete(target); // also when it is a link: what it points at stays
    }
    try (InputStream in = content.get();
        OutputStream out =
            Files.newOutputStream(
                target,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS)) {
      in.transferTo(out);
    }
    written.add(target);
  }

  private boolean mayReplace(SafePath path, Path target) throws TaskFailure {
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new TaskFailure(
          "The namespace file '%s' cannot be copied: a folder has its name.".formatted(path));
    }
    return switch (ifExists) {
      case OVERWRITE -> true;
      case IGNORE -> false;
      case WARN -> {
        log.warn("The namespace file '%s' was left out: there is such a file.".formatted(path));
        yield false;
      }
      case FAIL ->
          throw new TaskFailure(
              "The namespace file '%s' cannot be copied: there is such a file.".formatted(path));
    };
  }

  private Path parent(SafePath path) throws TaskFailure, IOException {
    Path parent = folder;
    List<String> names = path.names();
    for (String name : names.subList(0, names.size() - 1)) {
      parent = parent.resolve(name);
      try {
        Files.createDirectory(parent);
      } catch (FileAlreadyExistsException _) {
        if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
          throw new TaskFailure(
              "The namespace file '%s' cannot be copied: '%s' is no folder.".formatted(path, name));
        }
      }
    }
    return parent;
  }

  /** What was written, in order. */
  List<Path> written() {
    return List.copyOf(written);
  }
}
