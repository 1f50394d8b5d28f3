package dev.legato.files;

import java.io.IOException;

/** What should be written cannot be read. */
final class ContentException extends IOException {
  private static final long serialVersionUID = 1L;

  private final IOException failure;

  ContentException(IOException failure) {
    super(failure);
    this.failure = failure;
  }

  /** As the content has thrown it. */
  IOException failure() {
    return failure;
  }
}
