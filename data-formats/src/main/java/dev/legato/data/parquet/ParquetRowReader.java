package dev.legato.data.parquet;

import dev.legato.data.RowBudget;
import dev.legato.data.RowException;
import dev.legato.data.RowLimits;
import dev.legato.data.RowReader;
import dev.legato.data.avro.GenericValues;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;

/** Reads Parquet. A group of rows is held in memory, as the format asks for. */
public final class ParquetRowReader implements RowReader {
  private final ParquetReader<GenericRecord> reader;
  private final RowBudget budget = new RowBudget(RowLimits.DEFAULTS);
  private final GenericValues values = new GenericValues(budget);
  private @Nullable Object row;

  private ParquetRowReader(ParquetReader<GenericRecord> reader) {
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @throws RowException when it is no Parquet
   */
  public static ParquetRowReader open(Path file) throws IOException {
    FooterCheck.check(file);
    try {
      return new ParquetRowReader(
          AvroParquetReader.<GenericRecord>builder(new LocalInputFile(file))
              .withDataModel(GenericData.get())
              .disableCompatibility()
              .withConf(new PlainParquetConfiguration())
              .withCodecFactory(new Codecs())
              .build());
    } catch (RuntimeException e) { // the library's checks end in all kinds of them
      throw RowException.of("The file is no Parquet file.", e);
    }
  }

  @Override
  public boolean next() throws IOException {
    budget.startRow();
    try {
      GenericRecord record = reader.read();
      row = record == null ? null : values.row(record);
      return record != null;
    } catch (RowException e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw RowException.at(
          budget.row(), "cannot be read: the file is damaged, or no Parquet file.", e);
    }
  }

  @Override
  public @Nullable Object row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
