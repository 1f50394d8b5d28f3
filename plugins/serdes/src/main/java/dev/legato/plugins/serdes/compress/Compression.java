package dev.legato.plugins.serdes.compress;

import dev.legato.data.RowException;
import dev.legato.plugin.TaskFailure;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import io.airlift.compress.v3.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** Ways to make a file smaller. */
public enum Compression {
  BROTLI(CompressorStreamFactory.BROTLI, ".br", false),
  BZIP2(CompressorStreamFactory.BZIP2, ".bz2", true),
  DEFLATE(CompressorStreamFactory.DEFLATE, ".deflate", true),
  DEFLATE64(CompressorStreamFactory.DEFLATE64, ".deflate64", false),
  GZIP(CompressorStreamFactory.GZIP, ".gz", true),
  LZ4BLOCK(CompressorStreamFactory.LZ4_BLOCK, ".lz4", true),
  LZ4FRAME(CompressorStreamFactory.LZ4_FRAMED, ".lz4", true),
  LZMA(CompressorStreamFactory.LZMA, ".lzma", true),
  SNAPPY(CompressorStreamFactory.SNAPPY_RAW, ".snappy", false),
  SNAPPYFRAME(CompressorStreamFactory.SNAPPY_FRAMED, ".sz", true),
  XZ(CompressorStreamFactory.XZ, ".xz", true),
  Z(CompressorStreamFactory.Z, ".Z", false),
  ZSTD(CompressorStreamFactory.ZSTANDARD, ".zst", true);

  /** Decoders ask for as much memory as the file says; some files lie. */
  private static final int MOST_KIB = 256 << 10;

  private final String libraryName;
  private final String extension;
  private final boolean writable;

  Compression(String libraryName, String extension, boolean writable) {
    this.libraryName = libraryName;
    this.extension = extension;
    this.writable = writable;
  }

  String extension() {
    return extension;
  }

  /** What a compressed stream holds; members that follow each other are one. */
  InputStream unpack(InputStream in) throws IOException {
    if (this == ZSTD) {
      return new ZstdInputStream(in); // the other library would need native code
    }
    try {
      return new CompressorStreamFactory(true, MOST_KIB)
          .createCompressorInputStream(libraryName, in);
    } catch (CompressorException e) {
      throw RowException.of("The file is not compressed with %s.".formatted(this), e);
    }
  }

  /** A stream that compresses what is written to it. */
  OutputStream pack(OutputStream out) throws IOException, TaskFailure {
    if (!writable) {
      throw new TaskFailure(
          "Files can be unpacked from %s, but not packed; use GZIP or ZSTD.".formatted(this));
    }
    if (this == ZSTD) {
      return new ZstdOutputStream(out);
    }
    try {
      return new CompressorStreamFactory().createCompressorOutputStream(libraryName, out);
    } catch (CompressorException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
