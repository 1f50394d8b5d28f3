package dev.legato.data.avro;

import dev.legato.data.RowException;
import io.airlift.compress.v3.snappy.SnappyJavaDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Blocks compressed by Snappy, with a checksum behind them. */
final class Snappy {
  private Snappy() {}

  static byte[] unpack(byte[] packed, int mostBytes) throws IOException {
    int length = packed.length - Integer.BYTES;
    try {
      SnappyJavaDecompressor decompressor = new SnappyJavaDecompressor();
      int size = length < 1 ? -1 : decompressor.getUncompressedLength(packed, 0);
      if (size >= 0 && size <= mostBytes) {
        byte[] bytes = new byte[size];
        int count = decompressor.decompress(packed, 0, length, bytes, 0, size);
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, count);
        if (ByteBuffer.wrap(packed, length, Integer.BYTES).getInt() == (int) sum.getValue()) {
          return Arrays.copyOf(bytes, count);
        }
      }
    } catch (RuntimeException e) { // the library's checks end in all kinds of them
      throw RowException.of("The file is damaged: a block of rows does not unpack.", e);
    }
    throw RowException.of("The file is damaged: a block of rows does not unpack.", null);
  }
}
