package dev.legato.files;

import dev.legato.storage.StorageException;
import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileConflictException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Internal storage in a directory: files lie in {@code files} under their own paths. A file is
 * written apart, made durable, and then gets its name in one step.
 */
public final class LocalFileStore implements FileStore {
  private final Tree tree;
  private final Incoming incoming;

  private LocalFileStore(Tree tree, Incoming incoming) {
    this.tree = tree;
    this.incoming = incoming;
  }

  /**
   * Opens the storage in a directory, which is made when it does not exist, and removes what
   * processes have left behind that died while they wrote.
   *
   * @throws StorageException when the directory cannot be used
   */
  public static LocalFileStore open(Path directory) {
    return open(directory, Folder::open);
  }

  static LocalFileStore open(Path directory, FolderOpener opener) {
    try {
      Path files = privateDirectory(directory.resolve("files"));
      Incoming incoming = Incoming.open(privateDirectory(directory.resolve("incoming")), opener);
      return new LocalFileStore(new Tree(opener.open(files), incoming), incoming);
    } catch (IOException e) {
      throw new StorageException(
          "Cannot open internal storage in '%s': %s"
              .formatted(directory.toAbsolutePath(), reason(e)),
          e);
    }
  }

  private static Path privateDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory.toAbsolutePath().getParent());
      Permissions.createPrivateDirectory(directory);
    }
    return directory;
  }

  @Override
  public StoredFile put(SafePath path, InputStream content) throws IOException {
    requireName(path);
    Incoming.Upload upload = receive(path, content);
    try {
      attempt("write", path, () -> tree.make(parent(path), folder -> place(upload, folder, path)));
    } catch (RuntimeException e) {
      incoming.discard(upload.temporary(), e);
      throw e;
    }
    return new StoredFile(path, upload.size(), upload.sha256());
  }

  private Incoming.Upload receive(SafePath path, InputStream content) throws IOException {
    try {
      return incoming.receive(content);
    } catch (ContentException e) {
      throw e.failure();
    } catch (IOException e) {
      throw failed("write", path, e);
    }
  }

  private SafePath place(Incoming.Upload upload, Folder folder, SafePath path) throws IOException {
    tree.place(upload, folder, path);
    folder.sync();
    return path;
  }

  @Override
  public InputStream open(SafePath path, ByteRange range) {
    requireName(path);
    Optional<InputStream> content =
        attempt("read", path, () -> tree.use(parent(path), folder -> content(folder, path, range)))
            .flatMap(found -> found);
    return content.orElseThrow(() -> new MissingFileException(path));
  }

  private static Optional<InputStream> content(Folder folder, SafePath path, ByteRange range)
      throws IOException {
    FileChannel file;
    try {
      // opening what is no file could wait for ever
      if (!folder.attributes(path.name()).isRegularFile()) {
        return Optional.empty();
      }
      file = folder.openFile(path.name(), Set.of(StandardOpenOption.READ));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    return Optional.of(new FileContent(file, range));
  }

  @Override
  public Optional<FileEntry> find(SafePath path) {
    if (path.names().isEmpty()) {
      return Optional.empty();
    }
    SafePath parent = parent(path);
    return attempt(
            "read",
            path,
            () -> tree.use(parent, folder -> Listing.entry(folder, parent, path.name())))
        .flatMap(found -> found);
  }

  @Override
  public List<FileEntry> list(SafePath folder) {
    var listing = new Listing(Integer.MAX_VALUE);
    return attempt(
        "list",
        folder,
        () -> {
          tree.use(
              folder,
              found -> {
                listing.addChildren(found, folder);
                return listing;
              });
          return listing.entries();
        });
  }

  @Override
  public List<FileEntry> listBelow(SafePath folder, Optional<SafePath> after, int limit) {
    var listing = new Listing(limit);
    List<String> names = after.map(path -> path.relativeTo(folder).names()).orElse(List.of());
    return attempt(
        "list",
        folder,
        () -> {
          tree.use(
              folder,
              found -> {
                listing.addFiles(found, folder, names);
                return listing;
              });
          return listing.entries();
        });
  }

  @Override
  public void makeFolder(SafePath folder) {
    attempt("make", folder, () -> tree.make(folder, made -> made));
  }

  @Override
  public boolean delete(SafePath file) {
    requireName(file);
    SafePath parent = parent(file);
    return attempt(
        "delete",
        file,
        () -> {
          boolean deleted = tree.use(parent, folder -> delete(folder, file.name())).orElse(false);
          if (deleted) {
            tree.prune(parent);
          }
          return deleted;
        });
  }

  private static boolean delete(Folder folder, String name) throws IOException {
    try {
      if (folder.attributes(name).isDirectory()) {
        return false;
      }
      folder.deleteFile(name);
    } catch (NoSuchFileException e) {
      return false;
    }
    folder.sync();
    return true;
  }

  @Override
  public int deleteBelow(SafePath folder, int limit) {
    var clearing = new Clearing(limit);
    return attempt(
        "delete",
        folder,
        () -> {
          boolean empty = tree.use(folder, clearing::empty).orElse(false);
          if (empty) {
            tree.prune(folder);
          }
          return clearing.deleted();
        });
  }

  @Override
  public void move(SafePath from, SafePath to) {
    requireName(from);
    requireName(to);
    if (to.isIn(from)) {
      throw new FileConflictException(to, "it is moved into itself");
    }
    attempt(
        "move",
        from,
        () -> {
          boolean moved = tree.use(parent(from), source -> move(source, from, to)).orElse(false);
          if (!moved) {
            throw new MissingFileException(from);
          }
          tree.prune(parent(from));
          return from;
        });
  }

  private boolean move(Folder source, SafePath from, SafePath to) throws IOException {
    if (Listing.entry(source, parent(from), from.name()).isEmpty()) {
      return false; // before folders are made for nothing
    }
    return tree.make(
        parent(to),
        target -> {
          boolean moved = tree.move(source, from.name(), target, to);
          target.sync();
          source.sync();
          return moved;
        });
  }

  private static SafePath parent(SafePath path) {
    return path.parent().orElse(SafePath.TOP);
  }

  private static void requireName(SafePath path) {
    if (path.names().isEmpty()) {
      throw new FileConflictException(path, "it is the folder that holds everything");
    }
  }

  /** Works on the disk. */
  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> T attempt(String verb, SafePath path, Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw failed(verb, path, e);
    } catch (InvalidPathException e) {
      throw new StorageException(
          "Cannot %s '%s': the server's locale knows no such characters. Start it with LC_ALL=C.UTF-8."
              .formatted(verb, path),
          e);
    }
  }

  private static StorageException failed(String verb, SafePath path, IOException cause) {
    return new StorageException(
        "Cannot %s '%s' in internal storage: %s".formatted(verb, path, reason(cause)), cause);
  }

  private static String reason(IOException e) {
    return e instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : String.valueOf(e.getMessage());
  }

  @Override
  public void close() {
    try {
      tree.close();
      incoming.close();
    } catch (IOException e) {
      throw new StorageException("Cannot close internal storage", e);
    }
  }
}
