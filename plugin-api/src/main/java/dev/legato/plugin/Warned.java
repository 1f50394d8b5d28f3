package dev.legato.plugin;

/**
 * What the outputs of a task implement that can succeed with a warning. Its task run is a {@code
 * WARNING} then, and so is the execution, unless the flow allows warnings.
 */
public interface Warned {
  /** Whether there was something to warn of. */
  boolean warned();
}
