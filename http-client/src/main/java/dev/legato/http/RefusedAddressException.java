package dev.legato.http;

import java.io.IOException;

/** A call would have reached an address that calls may not reach. */
final class RefusedAddressException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedAddressException(String message) {
    super(message);
  }
}
