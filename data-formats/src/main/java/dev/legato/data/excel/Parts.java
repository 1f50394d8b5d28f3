package dev.legato.data.excel;

import dev.legato.data.RowException;
import dev.legato.data.xml.XmlParsing;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
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
    } catch (ZipException | EOFException | IllegalArgumentException e) {
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
    InputStream opened = opened(name, mostBytes);
    if (opened == null) {
      return null;
    }
    try (InputStream in = opened) {
      return reading.read(reader(in));
    } catch (XMLStreamException | RuntimeException e) { // parsers' checks end in all kinds of them
      throw damaged(name, e);
    }
  }

  /** Opens a part that is read piece by piece; the caller closes it. */
  @Nullable InputStream open(String name) throws IOException {
    return opened(name, Long.MAX_VALUE);
  }

  private @Nullable InputStream opened(String name, long mostBytes) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    try {
      return entry == null ? null : new Part(zip.getInputStream(entry), name, mostBytes);
    } catch (ZipException e) {
      throw damaged(name, e);
    }
  }

  static XMLStreamReader reader(InputStream in) throws XMLStreamException, IOException {
    return XmlParsing.open(in, StandardCharsets.UTF_8);
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

  /** Unpacks no more than allowed, and says which part is damaged. */
  private static final class Part extends FilterInputStream {
    private final String name;
    private long left;

    Part(InputStream in, String name, long mostBytes) {
      super(in);
      this.name = name;
      this.left = mostBytes;
    }

    @Override
    public int read() throws IOException {
      byte[] octet = new byte[1];
      return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int count = in.read(bytes, offset, length);
        left -= Math.max(0, count);
        if (left < 0) {
          throw RowException.of(
              "The workbook is too large: '%s' cannot be held.".formatted(name), null);
        }
        return count;
      } catch (ZipException | EOFException e) {
        throw damaged(name, e);
      }
    }
  }
}
