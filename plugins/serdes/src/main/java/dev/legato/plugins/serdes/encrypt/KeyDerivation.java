package dev.legato.plugins.serdes.encrypt;

import java.util.Optional;
import java.util.stream.Stream;

/** How a password becomes a key. */
public enum KeyDerivation {
  /** As {@code openssl enc -aes-256-cbc -pbkdf2} does it; the file has no check of its content. */
  PBKDF2_SHA256(0),
  PBKDF2_SHA512(1),
  ARGON2ID(2),
  SCRYPT(3);

  private final int code;

  KeyDerivation(int code) {
    this.code = code;
  }

  /** What stands for it in the header of a file. */
  byte code() {
    return (byte) code;
  }

  static Optional<KeyDerivation> of(byte code) {
    return Stream.of(values()).filter(way -> way.code() == code).findFirst();
  }
}
