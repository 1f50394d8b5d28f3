package dev.legato.rest.http;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Tells clients to keep an answer as a file (RFC 6266), whatever its name is made of. */
final class Attachment {
  private static final String PLAIN = "-._~!#$&+^`|";
  private static final int MAX_LENGTH = 200;

  private Attachment() {}

  /** The value of {@code Content-Disposition}. */
  static String named(String fileName) {
    String name =
        fileName.length() <= MAX_LENGTH
            ? fileName
            : fileName.substring(fileName.length() - MAX_LENGTH);
    String ascii = ascii(name);
    String plain = "attachment; filename=\"" + ascii + "\"";
    return ascii.equals(name) ? plain : plain + "; filename*=UTF-8''" + encoded(name);
  }

  private static String ascii(String name) {
    var ascii = new StringBuilder();
    name.codePoints()
        .forEach(
            c ->
                ascii.append(
                    c < 0x20 || c > 0x7e || c == '"' || c == '\\' || c == '%' ? '_' : (char) c));
    return ascii.toString();
  }

  private static String encoded(String name) {
    var encoded = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          octet > 0
              && (Character.isLetterOrDigit((char) octet) || PLAIN.indexOf((char) octet) >= 0);
      if (plain) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return encoded.toString();
  }
}
