package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.orchestrator.limit.Waiting;

/**
 * What an execution in a queue waits for.
 *
 * @param reason in a sentence for people
 * @param position 1 for the next one to start
 * @param waiting how many executions of the flow wait
 * @param running how many run
 * @param limit how many may run at once
 */
public record QueueView(String reason, int position, int waiting, int running, int limit) {
  static QueueView of(ExecutionRecord execution, Waiting waiting) {
    return new QueueView(
        "Waits for one of the %d places of flow '%s'; %d executions run, and this one is number %d of %d that wait."
            .formatted(
                waiting.limit(),
                execution.flow(),
                waiting.running(),
                waiting.position(),
                waiting.waiting()),
        waiting.position(),
        waiting.waiting(),
        waiting.running(),
        waiting.limit());
  }
}
