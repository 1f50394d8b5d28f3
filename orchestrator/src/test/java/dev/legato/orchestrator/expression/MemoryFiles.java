package dev.legato.orchestrator.expression;

import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileEntry.Kind;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files to be read, kept in memory. */
final class MemoryFiles implements FileStore {
  private final Map<SafePath, byte[]> files = new HashMap<>();

  MemoryFiles with(String uri, String content) {
    files.put(SafePath.parseUri(uri), content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  @Override
  public InputStream open(SafePath path, ByteRange range) {
    byte[] content = files.get(path);
    if (content == null) {
      throw new MissingFileException(path);
    }
    return new ByteArrayInputStream(content);
  }

  @Override
  public Optional<FileEntry> find(SafePath path) {
    return Optional.ofNullable(files.get(path))
        .map(
            content ->
                new FileEntry(path, Kind.FILE, content.length, Instant.EPOCH, Instant.EPOCH));
  }

  @Override
  public StoredFile put(SafePath path, InputStream content) {
    throw onlyForReading();
  }

  @Override
  public List<FileEntry> list(SafePath folder) {
    throw onlyForReading();
  }

  @Override
  public List<FileEntry> listBelow(SafePath folder, Optional<SafePath> after, int limit) {
    throw onlyForReading();
  }

  @Override
  public void makeFolder(SafePath folder) {
    throw onlyForReading();
  }

  @Override
  public boolean delete(SafePath file) {
    throw onlyForReading();
  }

  @Override
  public int deleteBelow(SafePath folder, int limit) {
    throw onlyForReading();
  }

  @Override
  public void move(SafePath from, SafePath to) {
    throw onlyForReading();
  }

  @Override
  public void close() {}

  private static UnsupportedOperationException onlyForReading() {
    return new UnsupportedOperationException("Expected functions only to read files");
  }
}
