package dev.legato.rest.site;

import org.jspecify.annotations.Nullable;

/** A file of the application. Its bytes are not to be changed. */
final class SiteFile {
  private final String mediaType;
  private final byte[] bytes;
  private final byte @Nullable [] packed;
  private final boolean hashed;

  /**
   * @param packed the same bytes, compressed by gzip; absent when that was not worth while
   * @param hashed whether its name changes with its content, so that it never has to be asked for
   *     again
   */
  SiteFile(String mediaType, byte[] bytes, byte @Nullable [] packed, boolean hashed) {
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.packed = packed;
    this.hashed = hashed;
  }

  String mediaType() {
    return mediaType;
  }

  byte[] bytes() {
    return bytes;
  }

  byte @Nullable [] packed() {
    return packed;
  }

  boolean hashed() {
    return hashed;
  }

  boolean isPage() {
    return mediaType.startsWith("text/html");
  }
}
