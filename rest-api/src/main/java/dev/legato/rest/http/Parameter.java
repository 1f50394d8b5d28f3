package dev.legato.rest.http;

/**
 * A parameter of a route, for people and for generated clients.
 *
 * @param repeated whether it may be given several times
 */
public record Parameter(
    String name, Place place, Kind kind, boolean required, boolean repeated, String description) {
  /** Which part of the request carries the parameter. */
  public enum Place {
    PATH,
    QUERY,
    HEADER
  }

  /** How the text is read. */
  public enum Kind {
    TEXT,
    INTEGER,
    BOOLEAN,
    INSTANT,
    DURATION
  }
}
