package dev.legato.rest.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server works.
 *
 * @param details its parts, where the caller may know them
 */
public record HealthView(
    @Nullable String name, Status status, @Nullable Map<String, Part> details) {
  /** Works or not. */
  public enum Status {
    UP,
    DOWN
  }

  /** One part of the server. */
  public record Part(String name, Status status) {}
}
