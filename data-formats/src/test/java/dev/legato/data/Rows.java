package dev.legato.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows in memory, for tests. */
public final class Rows {
  private Rows() {}

  /** Opens a reader. */
  @FunctionalInterface
  public interface Opening {
    RowReader open(InputStream in) throws IOException;
  }

  /** Opens a writer. */
  @FunctionalInterface
  public interface Beginning {
    RowWriter begin(OutputStream out) throws IOException;
  }

  /** All rows of some bytes. */
  public static List<Object> read(byte[] bytes, Opening opening) throws IOException {
    List<Object> rows = new ArrayList<>();
    try (RowReader reader = opening.open(new ByteArrayInputStream(bytes))) {
      while (reader.next()) {
        rows.add(reader.row());
      }
    }
    return rows;
  }

  /** All rows of a text in UTF-8. */
  public static List<Object> read(String text, Opening opening) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8), opening);
  }

  /** The file of some rows. */
  public static byte[] write(List<?> rows, Beginning beginning) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RowWriter writer = beginning.begin(out)) {
      for (Object row : rows) {
        writer.write(row);
      }
    }
    return out.toByteArray();
  }

  /** The file of some rows, as text. */
  public static String text(List<?> rows, Beginning beginning) throws IOException {
    return new String(write(rows, beginning), StandardCharsets.UTF_8);
  }

  /** A map from names and values in turn. */
  public static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
