package dev.legato.files;

import dev.legato.storage.file.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of a part of an open file. */
final class FileContent extends InputStream {
  private final FileChannel file;
  private long left;

  FileContent(FileChannel file, ByteRange range) throws IOException {
    this.file = file;
    file.position(range.from());
    left = range.length();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    int read = file.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)));
    left -= Math.max(read, 0);
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = Math.clamp(count, 0, Math.min(left, available(file)));
    file.position(file.position() + skipped);
    left -= skipped;
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(Integer.MAX_VALUE, Math.min(left, available(file)));
  }

  private static long available(FileChannel file) throws IOException {
    return Math.max(0, file.size() - file.position());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
