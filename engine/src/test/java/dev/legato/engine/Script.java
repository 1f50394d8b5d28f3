package dev.legato.engine;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the imagined workers report. Whatever is not told otherwise succeeds without outputs. */
final class Script {
  private final Map<String, Answer> answers = new HashMap<>();

  static Script allSucceed() {
    return new Script();
  }

  Script fail(String taskId) {
    return failTimes(taskId, Integer.MAX_VALUE);
  }

  /** The first attempts of each task run fail, the next one succeeds. */
  Script failTimes(String taskId, int times) {
    return answer(
        taskId,
        (_, reported) ->
            Optional.of(
                reported < times
                    ? AttemptResult.failed("as the script says")
                    : AttemptResult.success(Map.of())));
  }

  /** Fails for one loop value, its own or that of the nearest loop. */
  Script failFor(String taskId, String value) {
    return answer(
        taskId,
        (job, _) ->
            Optional.of(
                value.equals(valueOf(job))
                    ? AttemptResult.failed("as the script says")
                    : AttemptResult.success(Map.of())));
  }

  Script warn(String taskId) {
    return answer(
        taskId, (_, _) -> Optional.of(new AttemptResult(TaskRunStatus.WARNING, Map.of(), null)));
  }

  Script killed(String taskId) {
    return answer(taskId, (_, _) -> Optional.of(AttemptResult.killed()));
  }

  /** Runs until it is killed. */
  Script never(String taskId) {
    return answer(taskId, (_, _) -> Optional.empty());
  }

  Script output(String taskId, Function<Job, Map<String, @Nullable Object>> outputs) {
    return answer(taskId, (job, _) -> Optional.of(AttemptResult.success(outputs.apply(job))));
  }

  Script output(String taskId, Map<String, @Nullable Object> outputs) {
    return output(taskId, _ -> outputs);
  }

  /** Empty when the task does not come to an end. */
  Optional<AttemptResult> answer(Job job, int reported) {
    Answer answer = answers.get(job.step().id());
    return answer == null ? Optional.of(AttemptResult.success(Map.of())) : answer.to(job, reported);
  }

  /** The loop value that the job works on. */
  static @Nullable Object valueOf(Job job) {
    return job.variables().get("taskrun") instanceof Map<?, ?> taskRun
        ? taskRun.get("value")
        : null;
  }

  private Script answer(String taskId, Answer answer) {
    answers.put(taskId, answer);
    return this;
  }

  /** What happens to one attempt. */
  private interface Answer {
    /**
     * @param reported how many attempts of the task run were reported before
     */
    Optional<AttemptResult> to(Job job, int reported);
  }
}
