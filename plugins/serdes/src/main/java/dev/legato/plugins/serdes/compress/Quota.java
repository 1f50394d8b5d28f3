package dev.legato.plugins.serdes.compress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** Bounds what comes out of a packed file: a few bytes can unpack to more than a disk holds. */
final class Quota {
  /** Until so much has come out, no ratio is too good to be true. */
  private static final long UNSUSPICIOUS = 10L << 20;

  private static final int BLOCK = 64 << 10;

  private final long mostBytes;
  private final int bestRatio;
  private long packed;
  private long unpacked;

  Quota(long mostBytes, int bestRatio) {
    this.mostBytes = mostBytes;
    this.bestRatio = bestRatio;
  }

  /** Counts what is read as packed. */
  InputStream packed(InputStream in) {
    return new Packed(in);
  }

  /** Counts a whole file as packed. */
  void packed(long bytes) {
    packed += bytes;
  }

  /**
   * Copies what comes out.
   *
   * @return how many bytes
   */
  long copy(InputStream in, Target target) throws IOException {
    byte[] block = new byte[BLOCK];
    long copied = 0;
    for (int count = read(in, block); count >= 0; count = read(in, block)) {
      copied += count;
      unpacked(count);
      target.write(block, count);
    }
    return copied;
  }

  /** Decoders have checks of their own, which end in all kinds of exceptions. */
  private static int read(InputStream in, byte[] block) throws IOException {
    try {
      return in.read(block);
    } catch (RuntimeException e) {
      throw new IOException("The packed file is damaged.", e);
    }
  }

  private void unpacked(int count) throws IOException {
    if (Thread.interrupted()) {
      throw new InterruptedIOException("the task was told to give up");
    }
    unpacked += count;
    if (unpacked > mostBytes) {
      throw new IOException(
          "The file unpacks to more than %,d bytes; raise 'maxSize' if that is right."
              .formatted(mostBytes));
    }
    if (unpacked > UNSUSPICIOUS && unpacked / bestRatio > packed) {
      throw new IOException(
          "The file unpacks to more than %d times its size; raise 'maxRatio' if that is right."
              .formatted(bestRatio));
    }
  }

  /** Takes what comes out. */
  @FunctionalInterface
  interface Target {
    void write(byte[] block, int count) throws IOException;
  }

  private final class Packed extends FilterInputStream {
    Packed(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int octet = in.read();
      packed += octet < 0 ? 0 : 1;
      return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      packed += Math.max(0, count);
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = in.skip(count);
      packed += skipped;
      return skipped;
    }
  }
}
