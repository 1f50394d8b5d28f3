package dev.legato.rest.http;

import org.jspecify.annotations.Nullable;

/** The methods that routes answer. HEAD is answered by every GET route. */
public enum Method {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE;

  /** As the Allow header lists it. */
  String allowed() {
    return this == GET ? "GET, HEAD" : name();
  }

  /** The method of a request line; null when no route can have it. */
  static @Nullable Method of(String name) {
    return switch (name) {
      case "GET", "HEAD" -> GET;
      case "POST" -> POST;
      case "PUT" -> PUT;
      case "PATCH" -> PATCH;
      case "DELETE" -> DELETE;
      default -> null;
    };
  }
}
