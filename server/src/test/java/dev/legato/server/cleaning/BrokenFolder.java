package dev.legato.server.cleaning;

import dev.legato.storage.StorageException;
import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Files of which one folder cannot be read; its files and folders are still named above it. */
record BrokenFolder(FileStore files, SafePath folder, StorageException failure)
    implements FileStore {
  @Override
  public List<FileEntry> list(SafePath path) {
    return files.list(whole(path));
  }

  @Override
  public List<FileEntry> listBelow(SafePath path, Optional<SafePath> after, int limit) {
    return files.listBelow(whole(path), after, limit);
  }

  @Override
  public int deleteBelow(SafePath path, int limit) {
    return files.deleteBelow(whole(path), limit);
  }

  private SafePath whole(SafePath path) {
    if (path.equals(folder)) {
      throw failure;
    }
    return path;
  }

  @Override
  public boolean delete(SafePath file) {
    return files.delete(file);
  }

  @Override
  public Optional<FileEntry> find(SafePath path) {
    return files.find(path);
  }

  @Override
  public StoredFile put(SafePath path, InputStream content) throws IOException {
    return files.put(path, content);
  }

  @Override
  public InputStream open(SafePath path, ByteRange range) {
    return files.open(path, range);
  }

  @Override
  public void makeFolder(SafePath path) {
    files.makeFolder(path);
  }

  @Override
  public void move(SafePath from, SafePath to) {
    files.move(from, to);
  }

  @Override
  public void close() {
    files.close();
  }
}
