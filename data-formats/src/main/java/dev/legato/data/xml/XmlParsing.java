package dev.legato.data.xml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens XML that may come from anyone: nothing outside of it is read, and no entity expanded. */
public final class XmlParsing {
  private static final int DECLARATION = 200;
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  private XmlParsing() {}

  /**
   * A reader of a stream.
   *
   * @param charset UTF-8 to follow what the stream says of itself
   */
  public static XMLStreamReader open(InputStream in, Charset charset)
      throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (_, _, _, _) -> {
          throw new XMLStreamException("nothing outside of the file is read");
        });
    BufferedInputStream buffered = new BufferedInputStream(in);
    Charset known = charset.equals(StandardCharsets.UTF_8) ? declared(buffered) : charset;
    return factory.createXMLStreamReader(new InputStreamReader(buffered, known));
  }

  /** The charset by a byte order mark, which is left out, or by the declaration; else UTF-8. */
  private static Charset declared(BufferedInputStream in) throws IOException {
    in.mark(DECLARATION);
    byte[] beginning = in.readNBytes(DECLARATION);
    in.reset();
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00FE\u00FF") || text.startsWith("\u00FF\u00FE")) {
      return StandardCharsets.UTF_16;
    }
    if (text.startsWith("\u00EF\u00BB\u00BF")) {
      in.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    Matcher encoding = ENCODING.matcher(text);
    try {
      return encoding.find() ? Charset.forName(encoding.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException _) {
      return StandardCharsets.UTF_8;
    }
  }
}
