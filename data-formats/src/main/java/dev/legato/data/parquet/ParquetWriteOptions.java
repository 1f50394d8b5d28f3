package dev.legato.data.parquet;

/**
 * How Parquet is written.
 *
 * @param version of the pages
 * @param rowGroupBytes held in memory until they are written; less when memory is short
 */
public record ParquetWriteOptions(
    Codec codec, Version version, long rowGroupBytes, int pageBytes, int dictionaryBytes) {
  public static final ParquetWriteOptions DEFAULTS =
      new ParquetWriteOptions(Codec.GZIP, Version.V2, 128L << 20, 1 << 20, 1 << 20);

  /** How pages are packed. */
  public enum Codec {
    UNCOMPRESSED,
    SNAPPY,
    GZIP,
    ZSTD
  }

  /** Forms of pages. */
  public enum Version {
    /** That all programs know. */
    V1,
    /** That most know, and that is smaller. */
    V2
  }
}
