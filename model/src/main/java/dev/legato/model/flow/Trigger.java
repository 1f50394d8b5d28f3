package dev.legato.model.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What starts a flow without a person, as its author defined it.
 *
 * @param id unique among the triggers of the flow
 * @param type as the author wrote it
 * @param inputs templates for the inputs of the flow
 * @param labels of the executions, added to those of the flow; values are templates
 * @param stopAfter names of states: switches the trigger off once an execution of it has ended like
 *     this
 * @param allowConcurrent whether it fires while its last execution still runs
 * @param failOnError whether a mistake while it is evaluated makes a failed execution
 * @param logLevel lines below it are not kept
 * @param logToFile whether the log of a look becomes a file instead of lines of the log store
 * @param event what it waits for
 * @param definition all that its author wrote, as JSON values
 */
public record Trigger(
    String id,
    String type,
    boolean disabled,
    TriggerGuard guard,
    Map<String, @Nullable Object> inputs,
    List<Label> labels,
    List<String> stopAfter,
    boolean allowConcurrent,
    boolean failOnError,
    LogLevel logLevel,
    boolean logToFile,
    TriggerEvent event,
    Map<String, @Nullable Object> definition) {
  /** Whether an execution that has ended in a state switches the trigger off. */
  public boolean stopsAfter(String state) {
    return stopAfter.stream().anyMatch(state::equalsIgnoreCase);
  }

  /**
   * What tells this definition from a changed one: the dates of a trigger are kept as long as it
   * stays the same.
   *
   * @param disabled whether the flow or the trigger is; switching on begins anew
   */
  public String fingerprint(boolean disabled) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    String text = disabled + definition.toString();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return Long.toHexString(hash);
  }
}
