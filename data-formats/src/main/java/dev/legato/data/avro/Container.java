package dev.legato.data.avro;

import dev.legato.data.RowException;
import dev.legato.data.RowLimits;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The outer form of an Avro file: a schema, and blocks of rows that may be compressed. */
final class Container implements Closeable {
  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final int SYNC_BYTES = 16;
  private static final int MOST_METADATA = 4 << 20;

  /** Rows may take no bytes at all, so a block of nothing could have any number of them. */
  private static final int MOST_EMPTY_ROWS = 1_000;

  private final InputStream in;
  private final int mostBytes;
  private final Schema schema;
  private final String codec;
  private final byte[] sync;
  private long rowsInBlock;

  private Container(InputStream in, Map<String, byte[]> metadata, int mostBytes)
      throws IOException {
    this.in = in;
    this.mostBytes = mostBytes;
    this.schema = schema(text(metadata, "avro.schema", "null"));
    this.codec = text(metadata, "avro.codec", "null");
    this.sync = bytes(in, SYNC_BYTES, SYNC_BYTES);
  }

  /** Reads what is before the first block. */
  static Container open(InputStream in, RowLimits limits) throws IOException {
    try {
      if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw RowException.of("The file is no Avro container file.", null);
      }
      Map<String, byte[]> metadata = new HashMap<>();
      long size = 0;
      for (long count = number(in); count != 0; count = number(in)) {
        if (count < 0) {
          number(in);
        }
        for (long i = 0; i < Math.abs(count); i++) {
          String key = new String(bytes(in, number(in), MOST_METADATA), StandardCharsets.UTF_8);
          byte[] value = bytes(in, number(in), MOST_METADATA);
          size += key.length() + value.length;
          if (size > MOST_METADATA) {
            throw tooLarge();
          }
          metadata.put(key, value);
        }
      }
      return new Container(in, metadata, 2 * limits.rowBytes());
    } catch (EOFException e) {
      in.close();
      throw RowException.of("The file is no Avro container file: it ends too early.", e);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static Schema schema(String json) throws IOException {
    try {
      return new Schema.Parser().parse(json);
    } catch (AvroRuntimeException | StackOverflowError e) {
      throw RowException.of("The file's schema is no valid Avro schema.", e);
    }
  }

  private static String text(Map<String, byte[]> metadata, String key, String otherwise) {
    byte[] value = metadata.get(key);
    return value == null ? otherwise : new String(value, StandardCharsets.UTF_8);
  }

  Schema schema() {
    return schema;
  }

  long rowsInBlock() {
    return rowsInBlock;
  }

  /** The next block, unpacked; null behind the last one. */
  byte @Nullable [] nextBlock() throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return null;
    }
    in.reset();
    rowsInBlock = number(in);
    byte[] packed = bytes(in, number(in), mostBytes);
    if (!Arrays.equals(bytes(in, SYNC_BYTES, SYNC_BYTES), sync)) {
      throw RowException.of("The file is damaged: a block of rows has no proper end.", null);
    }
    byte[] block = unpacked(packed);
    if (rowsInBlock > Math.max(block.length, MOST_EMPTY_ROWS)) {
      throw RowException.of(
          "The file is damaged: a block claims more rows than it can have.", null);
    }
    return block;
  }

  private byte[] unpacked(byte[] packed) throws IOException {
    InputStream source = new ByteArrayInputStream(packed);
    return switch (codec) {
      case "null" -> packed;
      case "deflate" -> bounded(new InflaterInputStream(source, new Inflater(true)));
      case "zstandard" -> bounded(new ZstdInputStream(source));
      case "snappy" -> Snappy.unpack(packed, mostBytes);
      default ->
          throw RowException.of(
              "The file is compressed by '%s', which is not known here.".formatted(codec), null);
    };
  }

  private byte[] bounded(InputStream in) throws IOException {
    try (in) {
      byte[] bytes = in.readNBytes(mostBytes);
      if (in.read() >= 0) {
        throw tooLarge();
      }
      return bytes;
    } catch (RowException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw RowException.of("The file is damaged: a block of rows does not unpack.", e);
    }
  }

  private static RowException tooLarge() {
    return RowException.of("The file has a part that is too large to be held.", null);
  }

  private static byte[] bytes(InputStream in, long count, int most) throws IOException {
    if (count < 0) {
      throw RowException.of("The file is damaged: it has a part of negative size.", null);
    }
    if (count > most) {
      throw tooLarge();
    }
    byte[] bytes = in.readNBytes((int) count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static long number(InputStream in) throws IOException {
    long encoded = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int octet = in.read();
      if (octet < 0) {
        throw new EOFException();
      }
      encoded |= (long) (octet & 0x7f) << shift;
      if (octet < 0x80) {
        return (encoded >>> 1) ^ -(encoded & 1);
      }
    }
    throw RowException.of("The file is damaged: it has a number that does not end.", null);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
