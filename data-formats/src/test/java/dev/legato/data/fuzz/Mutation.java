package dev.legato.data.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils a sound file. */
final class Mutation {
  private static final List<String> PIECES =
      List.of(
          "\u0000",
          "\u00FF\u00FF\u00FF\u00FF\u000F",
          "\"",
          "'",
          "{",
          "[[[[[[[[",
          "(",
          "<a b='",
          "]]>",
          "&x;",
          "\\u",
          "1e99999999",
          "-",
          "2023-",
          "::",
          "{{",
          "'''",
          "$ion_symbol_table::{",
          "\u0080\u0080\u0080\u0080\u0080\u0080\u0080\u0080\u0080\u0001",
          "*a",
          "&a [",
          "\t",
          "\r",
          "PAR1",
          "\u00E0\u0001\u0000\u00EA",
          "\uFEFF",
          "99999999999999999999");

  private Mutation() {}

  static byte[] of(byte[] sound, Random random) {
    byte[] bytes = random.nextInt(50) == 0 ? noise(random) : sound.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes = changed(bytes, random);
    }
    return bytes;
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] changed(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 3 -> {
        return joined(bytes, at, piece(random), at);
      }
      case 4 -> {
        return joined(bytes, at, new byte[0], Math.min(bytes.length, at + random.nextInt(64)));
      }
      default -> {
        int end = Math.min(bytes.length, at + random.nextInt(64));
        return joined(bytes, at, Arrays.copyOfRange(bytes, at, end), at);
      }
    }
    return bytes;
  }

  private static byte[] piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] joined(byte[] bytes, int end, byte[] piece, int start) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(bytes, 0, end);
    joined.writeBytes(piece);
    joined.write(bytes, start, bytes.length - start);
    return joined.toByteArray();
  }
}
