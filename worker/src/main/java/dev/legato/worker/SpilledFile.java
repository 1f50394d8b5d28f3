package dev.legato.worker;

import dev.legato.plugin.NewFile;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A new file that stays in memory while it is small, and waits in the working directory else. */
final class SpilledFile implements NewFile {
  private static final int MOST_IN_MEMORY = 64 << 10;

  private final FileStore store;
  private final SafePath target;
  private final WorkingDirectory directory;
  private final Content content = new Content();
  private @Nullable ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable Path file;
  private @Nullable OutputStream disk;
  private boolean ended;

  SpilledFile(FileStore store, SafePath target, WorkingDirectory directory) {
    this.store = store;
    this.target = target;
    this.directory = directory;
  }

  @Override
  public OutputStream content() {
    return content;
  }

  @Override
  public URI keep() throws IOException {
    if (ended) {
      throw new IOException("The file '%s' has been kept or given up.".formatted(target.name()));
    }
    try (InputStream in = written()) {
      return URI.create(store.put(target, in).uri());
    } finally {
      close();
    }
  }

  private InputStream written() throws IOException {
    if (disk != null && file != null) {
      disk.close();
      return Files.newInputStream(file);
    }
    return new ByteArrayInputStream(memory == null ? new byte[0] : memory.toByteArray());
  }

  @Override
  public void close() throws IOException {
    ended = true;
    memory = null;
    if (disk != null && file != null) {
      disk.close();
      Files.deleteIfExists(file);
      file = null;
    }
  }

  private OutputStream roomFor(int bytes) throws IOException {
    if (ended) {
      throw new IOException("The file '%s' has been kept or given up.".formatted(target.name()));
    }
    if (disk != null) {
      return disk;
    }
    if (memory != null && memory.size() + bytes <= MOST_IN_MEMORY) {
      return memory;
    }
    Path spilled = Files.createTempFile(directory.path(), "new-", null);
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(spilled));
    if (memory != null) {
      memory.writeTo(out);
    }
    file = spilled;
    disk = out;
    memory = null;
    return out;
  }

  /** What the task writes to. */
  private final class Content extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      roomFor(1).write(octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      roomFor(length).write(bytes, offset, length);
    }
  }
}
