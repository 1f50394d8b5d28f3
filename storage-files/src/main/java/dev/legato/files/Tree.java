package dev.legato.files;

import dev.legato.storage.file.FileConflictException;
import dev.legato.storage.file.SafePath;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The folders of the storage, from the top down. */
final class Tree implements AutoCloseable {
  /** How often an empty folder may vanish while something is put into it. */
  private static final int ATTEMPTS = 100;

  private final Folder top;
  private final Incoming incoming;

  /** Held while names are looked at and then given, so that nothing is overwritten by chance. */
  private final ReentrantLock naming = new ReentrantLock();

  Tree(Folder top, Incoming incoming) {
    this.top = top;
    this.incoming = incoming;
  }

  /** Does something with a folder. */
  @FunctionalInterface
  interface Use<T> {
    T in(Folder folder) throws IOException;
  }

  /** Uses a folder; empty when there is none. */
  <T> Optional<T> use(SafePath path, Use<T> use) throws IOException {
    return use(top, path.names(), use);
  }

  private static <T> Optional<T> use(Folder from, List<String> names, Use<T> use)
      throws IOException {
    if (names.isEmpty()) {
      return Optional.of(use.in(from));
    }
    Folder next;
    try {
      next = from.open(names.getFirst());
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    }
    try (next) {
      return use(next, names.subList(1, names.size()), use);
    }
  }

  /**
   * Uses a folder that is made if there is none, and with it those above it. What is made is
   * durable before it is used. The use is repeated when it finds that the folder has vanished.
   */
  <T> T make(SafePath path, Use<T> use) throws IOException {
    for (int i = 1; true; i++) {
      try {
        return make(top, path, 0, use);
      } catch (NoSuchFileException emptyFolderWasDeleted) {
        if (i == ATTEMPTS) {
          throw emptyFolderWasDeleted;
        }
      }
    }
  }

  private <T> T make(Folder from, SafePath path, int depth, Use<T> use) throws IOException {
    if (depth == path.names().size()) {
      return use.in(from);
    }
    try (Folder next = openOrMake(from, path.names().get(depth))) {
      return make(next, path, depth + 1, use);
    } catch (NotDirectoryException e) {
      throw new FileConflictException(
          path, "'%s' is not a folder".formatted(new SafePath(path.names().subList(0, depth + 1))));
    }
  }

  private Folder openOrMake(Folder parent, String name) throws IOException {
    try {
      return parent.open(name);
    } catch (NoSuchFileException missing) {
      naming.lock();
      try {
        if (!exists(parent, name)) {
          incoming.makeFolder(parent, name);
        }
      } finally {
        naming.unlock();
      }
      parent.sync();
      return parent.open(name);
    }
  }

  private static boolean exists(Folder parent, String name) throws IOException {
    try {
      parent.attributes(name);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Gives a file its name in a folder. */
  void place(Incoming.Upload upload, Folder parent, SafePath path) throws IOException {
    naming.lock();
    try {
      if (exists(parent, path.name()) && parent.attributes(path.name()).isDirectory()) {
        throw new FileConflictException(path, "it is a folder");
      }
      incoming.place(upload, parent, path.name());
    } finally {
      naming.unlock();
    }
  }

  /** Moves to a name that is free; false when there is nothing to move. */
  boolean move(Folder from, String name, Folder to, SafePath target) throws IOException {
    naming.lock();
    try {
      if (!exists(from, name)) {
        return false;
      }
      if (exists(to, target.name())) {
        throw new FileConflictException(target, "it exists already");
      }
      from.move(name, to, target.name());
      return true;
    } finally {
      naming.unlock();
    }
  }

  /** Deletes a folder if it is empty, then each folder above it that has become empty. */
  void prune(SafePath folder) throws IOException {
    SafePath path = folder;
    while (!path.names().isEmpty()) {
      String name = path.name();
      SafePath parent = path.parent().orElseThrow();
      boolean deleted = use(parent, holder -> deleteIfEmpty(holder, name)).orElse(true);
      if (!deleted) {
        return;
      }
      path = parent;
    }
  }

  private static boolean deleteIfEmpty(Folder parent, String name) throws IOException {
    try {
      parent.deleteFolder(name);
      return true;
    } catch (NoSuchFileException e) {
      return true;
    } catch (FileSystemException notEmptyOrNoFolder) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    top.close();
  }
}
