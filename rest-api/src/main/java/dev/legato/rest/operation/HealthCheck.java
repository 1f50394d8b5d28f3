package dev.legato.rest.operation;

/**
 * Tells whether a part of the server works. Asked often, so it must answer within milliseconds.
 *
 * @param name of the part, such as {@code storage}
 */
public record HealthCheck(String name, Probe probe) {
  /** Looks at the part. */
  @FunctionalInterface
  public interface Probe {
    /** Whether the part works; an exception means that it does not. */
    boolean works() throws Exception;
  }
}
