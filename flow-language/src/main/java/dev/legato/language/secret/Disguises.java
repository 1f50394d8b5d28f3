package dev.legato.language.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The forms in which programs print a text: escaped for a URL, as Base64 and so on. */
final class Disguises {
  private static final HexFormat UPPER_HEX = HexFormat.of().withUpperCase();

  /** How many characters of Base64 also depend on the 0, 1 or 2 bytes that stand before. */
  private static final int[] FOREIGN_AT_START = {0, 2, 3};

  private Disguises() {}

  /** All forms, the text itself among them. */
  static Set<String> of(String secret) {
    Set<String> forms = new LinkedHashSet<>();
    addTexts(secret, forms);
    String trimmed = secret.strip();
    if (!trimmed.equals(secret)) {
      addTexts(trimmed, forms);
    }
    addBytes(secret.getBytes(StandardCharsets.UTF_8), forms);
    return forms;
  }

  private static void addTexts(String text, Set<String> forms) {
    forms.add(text);
    addUrl(URLEncoder.encode(text, StandardCharsets.UTF_8), forms);
    String quotes = text.replace("\\", "\\\\").replace("\"", "\\\"");
    String json = quotes.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    forms.add(quotes);
    forms.add(json);
    forms.add(json.replace("/", "\\/"));
    forms.add(asciiOnly(json));
    forms.add(text.replace("'", "'\\''"));
    forms.add(text.replace("'", "\\'"));
    forms.add(quotes.replace("$", "\\$").replace("`", "\\`"));
    String xml = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    forms.add(xml);
    forms.add(xml.replace("\"", "&quot;").replace("'", "&#39;"));
    forms.add(xml.replace("\"", "&quot;").replace("'", "&apos;"));
  }

  private static void addUrl(String encoded, Set<String> forms) {
    String spaces = encoded.replace("+", "%20");
    for (String form : List.of(encoded, spaces, spaces.replace("*", "%2A").replace("%7E", "~"))) {
      forms.add(form);
      forms.add(lowerEscapes(form));
    }
  }

  /** The escapes of a URL, but nothing else, in lower case. */
  private static String lowerEscapes(String encoded) {
    StringBuilder lower = new StringBuilder(encoded);
    for (int at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at + 1)) {
      lower.replace(at, at + 3, encoded.substring(at, at + 3).toLowerCase(Locale.ROOT));
    }
    return lower.toString();
  }

  private static String asciiOnly(String json) {
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c < 0x7F) {
        ascii.append(c);
      } else {
        ascii.append("\\u%04x".formatted((int) c));
      }
    }
    return ascii.toString();
  }

  private static void addBytes(byte[] bytes, Set<String> forms) {
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(UPPER_HEX.formatHex(bytes));
    addBase64(Base64.getEncoder(), bytes, forms);
    addBase64(Base64.getUrlEncoder(), bytes, forms);
  }

  /** As a whole, and as the inner part of a longer text wherever it begins in it. */
  private static void addBase64(Base64.Encoder encoder, byte[] bytes, Set<String> forms) {
    forms.add(encoder.encodeToString(bytes));
    forms.add(encoder.withoutPadding().encodeToString(bytes));
    for (int before = 0; before < FOREIGN_AT_START.length; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String encoded = encoder.withoutPadding().encodeToString(shifted);
      int foreignAtEnd = shifted.length % 3 == 0 ? 0 : 1;
      int end = encoded.length() - foreignAtEnd;
      if (end > FOREIGN_AT_START[before]) {
        forms.add(encoded.substring(FOREIGN_AT_START[before], end));
      }
    }
  }
}
