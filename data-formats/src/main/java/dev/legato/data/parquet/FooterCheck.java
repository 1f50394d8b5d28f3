package dev.legato.data.parquet;

import dev.legato.data.RowException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Looks at the end of a file before the library believes what it says. */
final class FooterCheck {
  private static final int MAGIC = ByteBuffer.wrap(bytes("PAR1")).getInt();
  private static final int ENDING = 2 * Integer.BYTES;
  private static final int MOST_METADATA = 64 << 20;

  private FooterCheck() {}

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static void check(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      ByteBuffer ending = ByteBuffer.allocate(ENDING);
      while (size >= ENDING
          && ending.hasRemaining()
          && channel.read(ending, size - ending.remaining()) >= 0) {
        // until there are enough
      }
      boolean parquet = !ending.hasRemaining() && ending.getInt(Integer.BYTES) == MAGIC;
      int metadata = parquet ? ending.order(ByteOrder.LITTLE_ENDIAN).getInt(0) : -1;
      if (metadata <= 0 || metadata > size - ENDING) {
        throw RowException.of("The file is no Parquet file.", null);
      }
      if (metadata > MOST_METADATA) {
        throw RowException.of("The file's description of itself is too large.", null);
      }
    }
  }
}
