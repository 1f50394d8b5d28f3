package dev.legato.server.service;

import dev.legato.plugin.NamespaceFiles;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.file.NamespaceFileChoice;
import dev.legato.plugin.file.NamespaceFilePurge;
import dev.legato.storage.file.FileConflictException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import dev.legato.storage.namespace.FilePattern;
import dev.legato.storage.namespace.RevisionPurge;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files of namespaces, in the internal storage of this process. */
final class StoredNamespaceFiles implements NamespaceFiles {
  private final dev.legato.storage.namespace.NamespaceFiles files;
  private final Supplier<? extends Collection<String>> namespaces;
  private final String own;
  private final TaskLog log;

  /**
   * Files as an attempt may use them.
   *
   * @param namespaces all that there are
   * @param own the namespace of the attempt
   */
  StoredNamespaceFiles(
      dev.legato.storage.namespace.NamespaceFiles files,
      Supplier<? extends Collection<String>> namespaces,
      String own,
      TaskLog log) {
    this.files = files;
    this.namespaces = namespaces;
    this.own = own;
    this.log = log;
  }

  @Override
  public List<String> find(String namespace, List<String> patterns) throws TaskFailure {
    Predicate<SafePath> wanted = matching(patterns);
    return files.all(namespace, SafePath.TOP).stream()
        .map(FileEntry::path)
        .filter(wanted)
        .map(StoredNamespaceFiles::text)
        .toList();
  }

  private static String text(SafePath path) {
    return String.join("/", path.names());
  }

  @Override
  public InputStream read(String namespace, String path) throws TaskFailure {
    try {
      return files.open(namespace, path(path));
    } catch (MissingFileException _) {
      throw new TaskFailure(
          "There is no file '%s' in the namespace '%s'.".formatted(path, namespace));
    } catch (UnsafePathException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public boolean write(String namespace, String path, InputStream content, boolean overwrite)
      throws TaskFailure, IOException {
    try {
      if (!overwrite) {
        return files.writeNew(namespace, path(path), content);
      }
      files.write(namespace, path(path), content);
      return true;
    } catch (UnsafePathException | FileConflictException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public boolean delete(String namespace, String path) throws TaskFailure {
    SafePath file = path(path);
    try {
      return files.find(namespace, file).filter(FileEntry::isFile).isPresent()
          && files.delete(namespace, file);
    } catch (UnsafePathException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public List<Path> copy(NamespaceFileChoice choice, Path folder) throws TaskFailure, IOException {
    if (!choice.enabled()) {
      return List.of();
    }
    Predicate<SafePath> included = matching(orEmpty(choice.include()));
    Predicate<SafePath> excluded =
        orEmpty(choice.exclude()).isEmpty() ? _ -> false : matching(orEmpty(choice.exclude()));
    var copy = new FolderCopy(folder, choice.ifExists(), log);
    for (String namespace : choice.namespaces() == null ? List.of(own) : choice.namespaces()) {
      for (FileEntry file : files.all(namespace, SafePath.TOP)) {
        SafePath path = file.path();
        if (included.test(path) && !excluded.test(path)) {
          SafePath target =
              choice.folderPerNamespace() ? SafePath.of(namespace).resolve(path) : path;
          copy.add(target, () -> files.open(namespace, path));
        }
      }
    }
    return copy.written();
  }

  @Override
  public long purge(NamespaceFilePurge purge) throws TaskFailure {
    if (purge.keep() < 1) {
      throw new TaskFailure("'keepAmount' must be 1 or more: the present content always stays.");
    }
    String glob = purge.files();
    var revisions =
        new RevisionPurge(
            matching(glob == null ? List.of() : List.of(glob)),
            Optional.ofNullable(purge.before()),
            purge.keep());
    Predicate<String> chosen = Globs.namespaces(purge.namespaces(), purge.includeChildren());
    long deleted = 0;
    for (String namespace : known(purge.namespaces())) {
      if (chosen.test(namespace)) {
        deleted += files.purge(namespace, revisions);
      }
    }
    return deleted;
  }

  /** Namespaces that flows are in, those above them, and those that are named as they are. */
  private Collection<String> known(List<String> named) {
    var known = new TreeSet<String>(named);
    for (String namespace : namespaces.get()) {
      for (int end = namespace.length(); end > 0; end = namespace.lastIndexOf('.', end - 1)) {
        known.add(namespace.substring(0, end));
      }
    }
    return known;
  }

  private static List<String> orEmpty(@Nullable List<String> patterns) {
    return patterns == null ? List.of() : patterns;
  }

  private static Predicate<SafePath> matching(List<String> patterns) throws TaskFailure {
    try {
      return FilePattern.anyOf(new ArrayList<>(patterns));
    } catch (IllegalArgumentException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private static SafePath path(String text) throws TaskFailure {
    try {
      return SafePath.parse(text);
    } catch (UnsafePathException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
  }
}
