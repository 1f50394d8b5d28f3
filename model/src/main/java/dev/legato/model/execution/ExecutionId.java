package dev.legato.model.execution;

/**
 * Names an execution: 22 letters and digits that sort by the time of creation.
 *
 * @param value see {@link Ids}
 */
public record ExecutionId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
