package dev.legato.data.excel;

import dev.legato.data.RowException;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook, which are XML in a zip. */
final class Parts implements Closeable {
  private final ZipFile zip;

  private Parts(ZipFile zip) {
    this.zip = zip;
  }

  static Parts open(Path file) throws IOException {
    try {
      return new Parts(new ZipFile(file.toFile()));
    } catch (ZipException | IllegalArgumentException e) {
      throw RowException.of(
          "The file is no Excel workbook (.xlsx); older ones (.xls) have to be saved as one first.",
          e);
    }
  }

  /** Reads a part. */
  @FunctionalInterface
  interface Reading<T> {
    T read(XMLStreamReader reader) throws XMLStreamException, IOException;
  }

  /**
   * Reads a part that is held in memory.
   *
   * @param mostBytes that it may unpack to
   * @return null when there is none of that name
   */
  <T> @Nullable T read(String name, long mostBytes, Reading<T> reading) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return reading.read(reader(new Bounded(in, name, mostBytes)));
    } catch (XMLStreamException | RuntimeException e) { // parsers' checks end in all kinds of them
      throw damaged(name, e);
    }
  }

  /** Opens a part that is read piece by piece; the caller closes it. */
  @Nullable InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    return entry == null ? null : zip.getInputStream(entry);
  }

  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(in);
  }

  static IOException damaged(String name, Exception e) {
    return e.getCause() instanceof RowException cause
        ? cause
        : RowException.of("The workbook is damaged: '%s' cannot be read.".formatted(name), e);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static final class Bounded extends FilterInputStream {
    private final String name;
    private long left;

    Bounded(InputStream in, String name, long mostBytes) {
      super(in);
      this.name = name;
      this.left = mostBytes;
    }

    @Override
    public int read() throws IOException {
      int octet = in.read();
      took(octet < 0 ? 0 : 1);
      return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = in.read(bytes, offset, length);
      took(count);
      return count;
    }

    private void took(int count) throws IOException {
      left -= Math.max(0, count);
      if (left < 0) {
        throw RowException.of(
            "The workbook is too large: '%s' cannot be held.".formatted(name), null);
      }
    }
  }
}
