package dev.legato.data.xml;

import dev.legato.data.RowWriter;
import dev.legato.data.json.IsoText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML: an element {@code item} for each row below the root, the keys of maps as elements, a
 * list as elements of the same name, null as an empty element. What a name must not have in it
 * becomes an underscore.
 */
public final class XmlRowWriter implements RowWriter {
  private static final String INDENT = "  ";

  private final Writer out;
  private final String root;
  private final ZoneId zone;
  private boolean begun;

  private XmlRowWriter(Writer out, Charset charset, String root, ZoneId zone) throws IOException {
    this.out = out;
    this.root = name(root);
    this.zone = zone;
    out.write("<?xml version=\"1.0\" encoding=\"%s\"?>\n".formatted(charset.name()));
  }

  /**
   * Writes to a stream, which is closed with the writer.
   *
   * @param root the name of the root
   * @param zone in which instants are shown
   */
  public static XmlRowWriter open(OutputStream out, Charset charset, String root, ZoneId zone)
      throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, charset), 64 << 10);
    return new XmlRowWriter(writer, charset, root, zone);
  }

  @Override
  public void write(@Nullable Object row) throws IOException {
    if (!begun) {
      out.write("<" + root + ">\n");
      begun = true;
    }
    element("item", row, 1);
  }

  private void element(String name, @Nullable Object value, int depth) throws IOException {
    if (value instanceof List<?> list) {
      for (Object item : list) {
        element(name, item, depth);
      }
      return;
    }
    out.write(INDENT.repeat(depth));
    switch (value) {
      case null -> out.write("<" + name + "/>\n");
      case Map<?, ?> map -> {
        out.write("<" + name + ">\n");
        for (Map.Entry<?, ?> field : map.entrySet()) {
          element(name(String.valueOf(field.getKey())), field.getValue(), depth + 1);
        }
        out.write(INDENT.repeat(depth) + "</" + name + ">\n");
      }
      default -> {
        out.write("<" + name + ">");
        text(IsoText.of(value, zone));
        out.write("</" + name + ">\n");
      }
    }
  }

  private void text(String text) throws IOException {
    int i = 0;
    while (i < text.length()) {
      int code = text.codePointAt(i);
      i += Character.charCount(code);
      switch (code) {
        case '&' -> out.write("&amp;");
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '\r' -> out.write("&#13;");
        default -> out.write(Character.toString(isAllowed(code) ? code : 0xFFFD));
      }
    }
  }

  private static boolean isAllowed(int code) {
    return code == '\t'
        || code == '\n'
        || (code >= 0x20 && code <= 0xD7FF)
        || (code >= 0xE000 && code <= 0xFFFD)
        || code >= 0x10000;
  }

  private static String name(String key) {
    StringBuilder name = new StringBuilder();
    key.codePoints().map(code -> isNamePart(code) ? code : '_').forEach(name::appendCodePoint);
    boolean begins = !name.isEmpty() && isNameStart(name.codePointAt(0));
    return begins ? name.toString() : "_" + name;
  }

  private static boolean isNameStart(int code) {
    return code == '_' || Character.isLetter(code);
  }

  private static boolean isNamePart(int code) {
    return isNameStart(code) || code == '-' || code == '.' || Character.isDigit(code);
  }

  @Override
  public void close() throws IOException {
    try (out) {
      out.write(begun ? "</" : "<");
      out.write(root);
      out.write(begun ? ">" : "/>");
      out.write('\n');
    }
  }
}
