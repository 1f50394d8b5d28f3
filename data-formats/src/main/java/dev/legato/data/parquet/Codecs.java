package dev.legato.data.parquet;

import io.airlift.compress.v3.Compressor;
import io.airlift.compress.v3.Decompressor;
import io.airlift.compress.v3.lz4.Lz4JavaDecompressor;
import io.airlift.compress.v3.snappy.SnappyJavaCompressor;
import io.airlift.compress.v3.snappy.SnappyJavaDecompressor;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Packs and unpacks pages without Hadoop, and without native code. */
final class Codecs implements CompressionCodecFactory {
  /** A page says how much it unpacks to, and may lie. */
  private static final int MOST_BYTES = 64 << 20;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    return switch (name) {
      case UNCOMPRESSED -> new Packing(name, bytes -> bytes);
      case GZIP -> new Packing(name, Codecs::gzip);
      case SNAPPY -> new Packing(name, bytes -> packed(new SnappyJavaCompressor(), bytes));
      case ZSTD -> new Packing(name, bytes -> packed(new ZstdJavaCompressor(), bytes));
      case LZO, BROTLI, LZ4, LZ4_RAW ->
          throw new IllegalArgumentException("Parquet cannot be packed by " + name + " here.");
    };
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    return switch (name) {
      case UNCOMPRESSED -> new Unpacking((bytes, _) -> bytes);
      case GZIP -> new Unpacking(Codecs::gunzip);
      case SNAPPY -> new Unpacking((b, size) -> unpacked(new SnappyJavaDecompressor(), b, size));
      case ZSTD -> new Unpacking((b, size) -> unpacked(new ZstdJavaDecompressor(), b, size));
      case LZ4_RAW -> new Unpacking((b, size) -> unpacked(new Lz4JavaDecompressor(), b, size));
      case LZO, BROTLI, LZ4 ->
          throw new IllegalArgumentException("Parquet packed by " + name + " is not known here.");
    };
  }

  @Override
  public void release() {
    // nothing is held
  }

  private static byte[] array(BytesInput bytes) throws IOException {
    return bytes.toInputStream().readAllBytes();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] gunzip(byte[] bytes, int size) throws IOException {
    try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readNBytes(size);
    }
  }

  private static byte[] packed(Compressor compressor, byte[] bytes) {
    byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
    int length = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }

  private static byte[] unpacked(Decompressor decompressor, byte[] bytes, int size) {
    byte[] unpacked = new byte[size];
    int length = decompressor.decompress(bytes, 0, bytes.length, unpacked, 0, size);
    return length == size ? unpacked : Arrays.copyOf(unpacked, length);
  }

  /** Packs an array. */
  @FunctionalInterface
  private interface Pack {
    byte[] pack(byte[] bytes) throws IOException;
  }

  /** Unpacks an array to one of at most some size. */
  @FunctionalInterface
  private interface Unpack {
    byte[] unpack(byte[] bytes, int size) throws IOException;
  }

  private record Packing(CompressionCodecName name, Pack pack) implements BytesInputCompressor {
    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return BytesInput.from(pack.pack(array(bytes)));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return name;
    }

    @Override
    public void release() {
      // nothing is held
    }
  }

  private record Unpacking(Unpack unpack) implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(checked(array(bytes), size));
    }

    @Override
    public void decompress(ByteBuffer in, int packedSize, ByteBuffer out, int size)
        throws IOException {
      byte[] packed = new byte[Math.min(packedSize, in.remaining())];
      in.get(packed);
      out.put(checked(packed, size));
      out.flip();
    }

    private byte[] checked(byte[] packed, int size) throws IOException {
      if (size < 0 || size > MOST_BYTES) {
        throw new IOException("a page of %,d bytes is too large".formatted(size));
      }
      return unpack.unpack(packed, size);
    }

    @Override
    public void release() {
      // nothing is held
    }
  }
}
