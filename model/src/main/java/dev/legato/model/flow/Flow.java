package dev.legato.model.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a flow, read and checked.
 *
 * @param revision counts from 1
 * @param concurrency how many executions may run at once; absent for no limit
 * @param checks have to hold when somebody starts the flow
 * @param draft only run when its revision is asked for
 * @param triggers what starts it without a person
 * @param document the whole document as JSON values, with deprecated spellings as the author wrote
 *     them; what clients are shown
 * @param source the YAML text as the author wrote it
 */
public record Flow(
    FlowId id,
    int revision,
    @Nullable String description,
    List<Label> labels,
    List<InputDefinition> inputs,
    List<OutputDefinition> outputs,
    Map<String, @Nullable Object> variables,
    boolean disabled,
    @Nullable Concurrency concurrency,
    List<Check> checks,
    boolean draft,
    List<Trigger> triggers,
    Map<String, @Nullable Object> document,
    String source) {
  /** The same flow under another revision number. */
  public Flow withRevision(int newRevision) {
    return new Flow(
        id,
        newRevision,
        description,
        labels,
        inputs,
        outputs,
        variables,
        disabled,
        concurrency,
        checks,
        draft,
        triggers,
        document,
        source);
  }
}
