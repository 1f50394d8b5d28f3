package dev.legato.worker;

import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileEntry.Kind;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Internal storage in memory; folders are there when files are in them. */
final class MemoryFiles implements FileStore {
  final ConcurrentNavigableMap<SafePath, byte[]> files = new ConcurrentSkipListMap<>();

  @Override
  public StoredFile put(SafePath path, InputStream content) throws IOException {
    byte[] bytes = content.readAllBytes();
    files.put(path, bytes);
    return new StoredFile(path, bytes.length, "");
  }

  @Override
  public InputStream open(SafePath path, ByteRange range) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new MissingFileException(path);
    }
    int from = (int) Math.min(range.from(), bytes.length);
    return new ByteArrayInputStream(
        bytes, from, (int) Math.min(range.length(), bytes.length - from));
  }

  @Override
  public Optional<FileEntry> find(SafePath path) {
    return Optional.ofNullable(files.get(path)).map(bytes -> entry(path, bytes));
  }

  private static FileEntry entry(SafePath path, byte[] bytes) {
    return new FileEntry(path, Kind.FILE, bytes.length, Instant.EPOCH, Instant.EPOCH);
  }

  @Override
  public List<FileEntry> list(SafePath folder) {
    throw new UnsupportedOperationException("the worker lists no folders");
  }

  @Override
  public List<FileEntry> listBelow(SafePath folder, Optional<SafePath> after, int limit) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().isIn(folder))
        .filter(file -> after.isEmpty() || file.getKey().compareTo(after.get()) > 0)
        .limit(limit)
        .map(file -> entry(file.getKey(), file.getValue()))
        .toList();
  }

  @Override
  public void makeFolder(SafePath folder) {
    throw new UnsupportedOperationException("the worker makes no folders");
  }

  @Override
  public boolean delete(SafePath file) {
    return files.remove(file) != null;
  }

  @Override
  public int deleteBelow(SafePath folder, int limit) {
    List<FileEntry> portion = listBelow(folder, Optional.empty(), limit);
    portion.forEach(file -> delete(file.path()));
    return portion.size();
  }

  @Override
  public void move(SafePath from, SafePath to) {
    throw new UnsupportedOperationException("the worker moves no files");
  }

  @Override
  public void close() {}
}
