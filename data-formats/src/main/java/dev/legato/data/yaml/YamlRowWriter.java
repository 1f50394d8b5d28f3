package dev.legato.data.yaml;

import dev.legato.data.RowWriter;
import dev.legato.data.json.IsoText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes YAML: one row as a plain document, several as documents that begin with dashes. */
public final class YamlRowWriter implements RowWriter {
  private final Writer out;
  private final ZoneId zone;
  private final Dump dump =
      new Dump(DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build());
  private @Nullable Object first;
  private long rows;

  private YamlRowWriter(Writer out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  /**
   * Writes to a stream, which is closed with the writer.
   *
   * @param zone in which dates with times that have an offset are shown
   */
  public static YamlRowWriter open(OutputStream out, Charset charset, ZoneId zone) {
    return new YamlRowWriter(
        new BufferedWriter(new OutputStreamWriter(out, charset), 64 << 10), zone);
  }

  @Override
  public void write(@Nullable Object row) throws IOException {
    rows++;
    if (rows == 1) {
      first = row;
      return;
    }
    if (rows == 2) {
      document(first);
      first = null;
    }
    document(row);
  }

  private void document(@Nullable Object row) throws IOException {
    out.write("---\n");
    plain(row);
  }

  private void plain(@Nullable Object row) throws IOException {
    out.write(dump.dumpToString(known(row)));
  }

  /** The value in types that YAML has. */
  private @Nullable Object known(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case BigDecimal number -> number.doubleValue();
      case String _, Boolean _, Number _ -> value;
      case List<?> list -> {
        List<@Nullable Object> items = new ArrayList<>();
        list.forEach(item -> items.add(known(item)));
        yield items;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        map.forEach((key, field) -> fields.put(String.valueOf(key), known(field)));
        yield fields;
      }
      default -> IsoText.of(value, zone);
    };
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (rows == 1) {
        plain(first);
      }
    }
  }
}
