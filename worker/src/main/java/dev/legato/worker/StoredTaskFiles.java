package dev.legato.worker;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.NamespaceAddress;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of internal storage that an attempt may use. */
final class StoredTaskFiles implements TaskFiles {
  private static final int PORTION = 1_000;

  private final TaskServices services;
  private final FileStore store;
  private final FileScope scope;
  private final WorkingDirectory directory;

  StoredTaskFiles(TaskServices services, FileScope scope, WorkingDirectory directory) {
    this.services = services;
    this.store = services.files();
    this.scope = scope;
    this.directory = directory;
  }

  @Override
  public InputStream read(URI file) throws TaskFailure, IOException {
    if (isOfMachine(file)) {
      return Files.newInputStream(onMachine(file));
    }
    try {
      return store.open(allowed(file));
    } catch (MissingFileException _) {
      throw missing(file);
    }
  }

  @Override
  public long size(URI file) throws TaskFailure, IOException {
    if (isOfMachine(file)) {
      return Files.size(onMachine(file));
    }
    return store
        .find(allowed(file))
        .filter(FileEntry::isFile)
        .orElseThrow(() -> missing(file))
        .size();
  }

  @Override
  public boolean delete(URI file) throws TaskFailure {
    if (NamespaceAddress.is(file.toString())) { // its older contents would stay behind
      throw new TaskFailure(
          "The file '%s' belongs to a namespace: remove it with namespace.DeleteFiles."
              .formatted(file));
    }
    if (isOfMachine(file)) {
      throw new TaskFailure(
          "The file '%s' is not in internal storage: remove it with fs.local.Delete."
              .formatted(file));
    }
    return store.delete(allowed(file));
  }

  private static boolean isOfMachine(URI file) {
    return "file".equals(file.getScheme());
  }

  /** Where the administrator allows it. */
  private Path onMachine(URI file) throws TaskFailure, IOException {
    if (file.getAuthority() != null || file.getPath() == null) {
      throw new TaskFailure("'%s' must be like file:///data/a.csv.".formatted(file));
    }
    Path path = services.folders().resolve(file.getPath());
    if (!Files.isRegularFile(path)) {
      throw new TaskFailure("There is no file '%s' on this machine.".formatted(path));
    }
    return path;
  }

  @Override
  public List<URI> deleteAllOfExecution() {
    SafePath folder = scope.execution();
    List<URI> deleted = new ArrayList<>();
    List<FileEntry> portion;
    Optional<SafePath> last = Optional.empty();
    do {
      portion = store.listBelow(folder, last, PORTION);
      for (FileEntry file : portion) {
        if (store.delete(file.path())) {
          deleted.add(URI.create(file.path().uri()));
        }
        last = Optional.of(file.path());
      }
    } while (portion.size() == PORTION);
    while (store.deleteBelow(folder, PORTION) == PORTION) {
      // what came in the meantime, and the folders
    }
    return deleted;
  }

  @Override
  public NewFile create(String name) {
    try {
      return new SpilledFile(store, scope.own().resolve(name), directory);
    } catch (UnsafePathException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private SafePath allowed(URI file) throws TaskFailure {
    SafePath path;
    try {
      String address = file.toString();
      if (NamespaceAddress.is(address)) {
        return NamespaceAddress.parse(address, scope.namespace());
      }
      path = SafePath.parseUri(address);
    } catch (UnsafePathException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
    if (!scope.reach().contains(path, services::execution)) {
      throw new TaskFailure(
          "The file '%s' may not be used here: it belongs neither to this execution, nor to one that it started or that started it, nor to the namespace '%s'."
              .formatted(file, scope.namespace()));
    }
    return path;
  }

  private static TaskFailure missing(URI file) {
    return new TaskFailure(
        "There is no file '%s' in internal storage; it may have been purged.".formatted(file));
  }
}
