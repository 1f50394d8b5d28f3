package dev.legato.storage.object;

import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileConflictException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileEntry.Kind;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.StoredFile;
import dev.legato.storage.object.Bucket.Depth;
import dev.legato.storage.object.Bucket.Item;
import dev.legato.storage.object.Bucket.Listing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Internal storage in a bucket: files under their own paths as keys. A folder is moved file by
 * file: whoever looks meanwhile sees a part of it here and a part there.
 */
public final class ObjectFileStore implements FileStore {
  private static final int PAGE = 1_000;
  private static final int MAX_KNOWN = 10_000;

  private final Bucket bucket;
  private final Keys keys;
  private final Path temporary;

  /** Folders in which this process has put something: no file has their names. */
  private final Set<SafePath> known = ConcurrentHashMap.newKeySet();

  /**
   * A storage over a bucket, which it closes.
   *
   * @param folder all keys begin with it; empty for the whole bucket
   * @param temporary a local folder where uploads wait until their length is known
   */
  public ObjectFileStore(Bucket bucket, String folder, Path temporary) {
    this.bucket = bucket;
    this.keys = Keys.below(folder);
    this.temporary = temporary;
  }

  @Override
  public StoredFile put(SafePath path, InputStream content) throws IOException {
    requireName(path);
    try (Spool spool = Spool.of(content, temporary)) {
      if (hasSomething(path)) {
        throw new FileConflictException(path, "it is a folder");
      }
      requireFolder(parent(path), path);
      bucket.put(keys.file(path), spool.file());
      return new StoredFile(path, spool.size(), spool.sha256());
    }
  }

  /** Refuses a folder when it, or one above, is a file. */
  private void requireFolder(SafePath folder, SafePath path) {
    List<SafePath> checked = new ArrayList<>();
    for (SafePath each = folder; !each.names().isEmpty(); each = parent(each)) {
      if (known.contains(each)) {
        break;
      }
      if (bucket.find(keys.file(each)).isPresent()) {
        throw new FileConflictException(path, "'%s' is not a folder".formatted(each));
      }
      checked.add(each);
    }
    if (known.size() > MAX_KNOWN) {
      known.clear();
    }
    known.addAll(checked);
  }

  @Override
  public InputStream open(SafePath path, ByteRange range) {
    requireName(path);
    return bucket.open(keys.file(path), range).orElseThrow(() -> new MissingFileException(path));
  }

  @Override
  public Optional<FileEntry> find(SafePath path) {
    if (path.names().isEmpty()) {
      return Optional.empty();
    }
    return bucket
        .find(keys.file(path))
        .map(item -> file(path, item))
        .or(() -> hasSomething(path) ? Optional.of(folder(path)) : Optional.empty());
  }

  private boolean hasSomething(SafePath folder) {
    return !bucket.list(keys.folder(folder), Depth.ALL, Optional.empty(), 1).items().isEmpty();
  }

  private static FileEntry file(SafePath path, Item item) {
    return new FileEntry(path, Kind.FILE, item.size(), item.modifiedAt(), item.modifiedAt());
  }

  private static FileEntry folder(SafePath path) {
    return new FileEntry(path, Kind.FOLDER, 0, Instant.EPOCH, Instant.EPOCH);
  }

  @Override
  public List<FileEntry> list(SafePath folder) {
    List<FileEntry> entries = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Listing part = bucket.list(keys.folder(folder), Depth.ONE_LEVEL, next, PAGE);
      for (Item item : part.items()) {
        if (!Keys.isFolder(item.key())) {
          keys.path(item.key()).ifPresent(path -> entries.add(file(path, item)));
        }
      }
      for (String child : part.folders()) {
        keys.path(child).ifPresent(path -> entries.add(folder(path)));
      }
      next = part.next();
    } while (next.isPresent());
    entries.sort((one, other) -> one.path().compareTo(other.path()));
    return entries;
  }

  @Override
  public List<FileEntry> listBelow(SafePath folder, Optional<SafePath> after, int limit) {
    List<FileEntry> found = new ArrayList<>();
    addBelow(folder, after, limit, found);
    return found;
  }

  /** The order of keys is not that of paths: a folder's name is shorter than its key. */
  private void addBelow(
      SafePath folder, Optional<SafePath> after, int limit, List<FileEntry> found) {
    for (FileEntry entry : list(folder)) {
      if (found.size() == limit) {
        return;
      }
      boolean isBehind = after.isEmpty() || entry.path().compareTo(after.get()) > 0;
      if (entry.isFile()) {
        if (isBehind) {
          found.add(entry);
        }
      } else if (isBehind || after.filter(last -> last.isIn(entry.path())).isPresent()) {
        addBelow(entry.path(), after, limit, found);
      }
    }
  }

  @Override
  public void makeFolder(SafePath folder) {
    if (folder.names().isEmpty()) {
      return;
    }
    requireFolder(folder, folder);
    if (!hasSomething(folder)) {
      try (Spool nothing = Spool.of(InputStream.nullInputStream(), temporary)) {
        bucket.put(keys.folder(folder), nothing.file());
      } catch (IOException e) {
        throw new IllegalStateException("Expected nothing to be readable, but it failed", e);
      }
    }
  }

  @Override
  public boolean delete(SafePath file) {
    requireName(file);
    if (bucket.find(keys.file(file)).isEmpty()) {
      return false;
    }
    bucket.delete(keys.file(file));
    prune(parent(file));
    return true;
  }

  /** Deletes the marks of a folder and of those above it that have become empty. */
  private void prune(SafePath folder) {
    known.clear();
    for (SafePath each = folder; !each.names().isEmpty(); each = parent(each)) {
      String mark = keys.folder(each);
      List<Item> items = bucket.list(mark, Depth.ALL, Optional.empty(), 2).items();
      if (items.stream().anyMatch(item -> !item.key().equals(mark))) {
        return;
      }
      if (!items.isEmpty()) {
        bucket.delete(mark);
      }
    }
  }

  @Override
  public int deleteBelow(SafePath folder, int limit) {
    int deleted = 0;
    while (deleted < limit) {
      Listing part =
          bucket.list(
              keys.folder(folder), Depth.ALL, Optional.empty(), Math.min(PAGE, limit - deleted));
      if (part.items().isEmpty()) {
        break;
      }
      for (Item item : part.items()) {
        bucket.delete(item.key());
        deleted += Keys.isFolder(item.key()) ? 0 : 1;
      }
    }
    prune(folder);
    return deleted;
  }

  @Override
  public void move(SafePath from, SafePath to) {
    requireName(from);
    requireName(to);
    if (to.isIn(from)) {
      throw new FileConflictException(to, "it is moved into itself");
    }
    Optional<FileEntry> source = find(from);
    if (source.isEmpty()) {
      throw new MissingFileException(from);
    }
    if (find(to).isPresent()) {
      throw new FileConflictException(to, "it exists already");
    }
    requireFolder(parent(to), to);
    if (source.get().isFile()) {
      bucket.copy(keys.file(from), keys.file(to));
      bucket.delete(keys.file(from));
    } else {
      moveFolder(keys.folder(from), keys.folder(to));
    }
    prune(parent(from));
  }

  private void moveFolder(String from, String to) {
    List<Item> items;
    do {
      items = bucket.list(from, Depth.ALL, Optional.empty(), PAGE).items();
      for (Item item : items) {
        bucket.copy(item.key(), to + item.key().substring(from.length()));
        bucket.delete(item.key());
      }
    } while (!items.isEmpty());
  }

  private static SafePath parent(SafePath path) {
    return path.parent().orElse(SafePath.TOP);
  }

  private static void requireName(SafePath path) {
    if (path.names().isEmpty()) {
      throw new FileConflictException(path, "it is the folder that holds everything");
    }
  }

  @Override
  public void close() {
    bucket.close();
  }
}
