package dev.legato.data.parquet;

import dev.legato.data.RowException;
import dev.legato.data.RowWriter;
import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.data.avro.RecordConversion;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes Parquet, by an Avro schema. */
public final class ParquetRowWriter implements RowWriter {
  /** How much of the memory a group of rows may take, at most one in so many. */
  private static final int SHARE_OF_MEMORY = 8;

  private final RecordConversion conversion;
  private final ParquetWriter<GenericRecord> writer;
  private long rows;

  private ParquetRowWriter(RecordConversion conversion, ParquetWriter<GenericRecord> writer) {
    this.conversion = conversion;
    this.writer = writer;
  }

  /** Writes to a stream, which is closed with the writer. */
  public static ParquetRowWriter open(
      OutputStream out, Schema schema, AvroWriteOptions values, ParquetWriteOptions options)
      throws IOException {
    RecordConversion conversion = new RecordConversion(schema, values);
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    long memory = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
    return new ParquetRowWriter(
        conversion,
        AvroParquetWriter.<GenericRecord>builder(new Target(out))
            .withSchema(schema)
            .withDataModel(GenericData.get())
            .withConf(configuration)
            .withCodecFactory(new Codecs())
            .withCompressionCodec(CompressionCodecName.valueOf(options.codec().name()))
            .withWriterVersion(
                switch (options.version()) {
                  case V1 -> WriterVersion.PARQUET_1_0;
                  case V2 -> WriterVersion.PARQUET_2_0;
                })
            .withRowGroupSize(Math.min(options.rowGroupBytes(), memory))
            .withPageSize(options.pageBytes())
            .withDictionaryPageSize(options.dictionaryBytes())
            .withDictionaryEncoding(true)
            .build());
  }

  @Override
  public void write(@Nullable Object row) throws IOException {
    rows++;
    GenericRecord record = conversion.convert(row);
    try {
      writer.write(record);
    } catch (RuntimeException e) { // the library checks values in all kinds of ways
      throw RowException.at(rows, "does not fit the schema: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** A stream that knows its position. */
  private record Target(OutputStream out) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new Counting(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return new Counting(out);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counting extends PositionOutputStream {
    private final OutputStream out;
    private long position;

    Counting(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
