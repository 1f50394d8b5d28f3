package dev.legato.rest.http;

import java.util.Locale;

/** Names of media types. */
public final class MediaType {
  public static final String JSON = "application/json";
  public static final String TEXT = "text/plain; charset=utf-8";
  public static final String PLAIN = "text/plain";
  public static final String CSV = "text/csv; charset=utf-8";
  public static final String ZIP = "application/zip";
  public static final String BYTES = "application/octet-stream";
  public static final String EVENTS = "text/event-stream";
  public static final String MULTIPART = "multipart/form-data";
  public static final String ANY = "*/*";
  public static final String YAML = "application/x-yaml";

  private MediaType() {}

  /** The type alone, in lower case, without parameters such as the charset. */
  static String bare(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
