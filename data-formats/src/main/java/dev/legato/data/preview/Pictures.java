package dev.legato.data.preview;

import java.nio.charset.StandardCharsets;

/** Tells formats by their first bytes. */
final class Pictures {
  private Pictures() {}

  static boolean isPicture(byte[] bytes) {
    return begins(bytes, 0, "\u0089PNG\r\n")
        || begins(bytes, 0, "\u00FF\u00D8\u00FF")
        || begins(bytes, 0, "GIF8")
        || begins(bytes, 0, "BM")
        || (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP"));
  }

  static boolean isPdf(byte[] bytes) {
    return begins(bytes, 0, "%PDF-");
  }

  private static boolean begins(byte[] bytes, int offset, String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < expected.length; i++) {
      if (offset + i >= bytes.length || bytes[offset + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
