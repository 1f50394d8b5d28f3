package dev.legato.plugin;

/** The result of a task without outputs. */
public record NoOutput() {
  public static final NoOutput NONE = new NoOutput();
}
