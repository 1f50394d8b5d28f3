package dev.legato.plugins.core.storage;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file in UTF-8, the last one first, holding one block at a time. */
final class BackwardLines implements Closeable {
  private static final int BLOCK = 64 << 10;

  private final FileChannel file;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
  private long unread;
  private int left;
  private boolean pending;

  private BackwardLines(FileChannel file) throws IOException {
    this.file = file;
    this.unread = file.size();
    this.pending = unread > 0;
    if (pending && previous() != '\n') {
      left++; // it belongs to the last line
    }
  }

  static BackwardLines open(Path path) throws IOException {
    return new BackwardLines(FileChannel.open(path, StandardOpenOption.READ));
  }

  /** The line before; null when that was the first one. */
  @Nullable String next() throws IOException {
    if (!pending) {
      return null;
    }
    ByteArrayOutputStream backwards = new ByteArrayOutputStream();
    while (true) {
      int octet = previous();
      if (octet < 0) {
        pending = false;
        break;
      }
      if (octet == '\n') {
        break;
      }
      backwards.write(octet);
    }
    return text(backwards.toByteArray());
  }

  private static String text(byte[] backwards) {
    int length = backwards.length;
    int returns = length > 0 && backwards[0] == '\r' ? 1 : 0;
    byte[] forwards = new byte[length - returns];
    for (int i = 0; i < forwards.length; i++) {
      forwards[i] = backwards[length - 1 - i];
    }
    return new String(forwards, StandardCharsets.UTF_8);
  }

  private int previous() throws IOException {
    if (left == 0) {
      if (unread == 0) {
        return -1;
      }
      int size = (int) Math.min(BLOCK, unread);
      unread -= size;
      block.clear().limit(size);
      while (block.hasRemaining() && file.read(block, unread + block.position()) >= 0) {
        // until the block is full
      }
      left = size;
    }
    return block.get(--left) & 0xff;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
