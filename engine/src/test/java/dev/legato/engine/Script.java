package dev.legato.engine;

import static dev.legato.engine.Flows.output;

import dev.legato.model.command.Answer;
import dev.legato.model.command.Answer.NoValue;
import dev.legato.model.command.Answer.Value;
import dev.legato.model.command.Question;
import dev.legato.model.command.Question.OutputsOf;
import dev.legato.model.command.Question.RoundsOf;
import dev.legato.model.command.Question.TextOf;
import dev.legato.model.command.Question.ValueOf;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.OutputDefinition;
import dev.legato.model.plan.Step.TaskStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the imagined workers report. Whatever is not told otherwise succeeds without outputs. */
final class Script {
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private boolean silent;

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
    Outcome outcome = outcomes.get(job.step().id());
    return outcome == null
        ? Optional.of(AttemptResult.success(Map.of()))
        : outcome.of(job, reported);
  }

  /** Nobody answers questions. */
  Script silent() {
    silent = true;
    return this;
  }

  /** What a waiting expression amounts to: the same as if it did not wait. */
  @Nullable Answer answer(Question question, Map<String, @Nullable Object> variables) {
    if (silent) {
      return null;
    }
    try {
      return new Value(value(question, variables));
    } catch (EvaluationFailure failure) {
      return new NoValue(failure.reason());
    }
  }

  private static @Nullable Object value(Question question, Map<String, @Nullable Object> variables)
      throws EvaluationFailure {
    var evaluator = new FakeEvaluator();
    return switch (question) {
      case TextOf(String template) -> evaluator.text(FakeEvaluator.atOnce(template), variables);
      case ValueOf(String template) -> evaluator.value(FakeEvaluator.atOnce(template), variables);
      case OutputsOf(var definitions) -> outputs(definitions, variables);
      case RoundsOf(var rounds, _) -> roundOutputs(rounds.outputs(), variables);
    };
  }

  private static Map<String, @Nullable Object> outputs(
      List<OutputDefinition> definitions, Map<?, ?> variables) throws EvaluationFailure {
    var named = new LinkedHashMap<String, @Nullable Object>();
    variables.forEach((name, value) -> named.put(String.valueOf(name), value));
    var outputs = new LinkedHashMap<String, @Nullable Object>();
    for (OutputDefinition output : definitions) {
      String template = FakeEvaluator.atOnce(String.valueOf(output.value()));
      outputs.put(output.id(), new FakeEvaluator().value(template, named));
    }
    return outputs;
  }

  private static Map<String, @Nullable Object> roundOutputs(
      List<OutputDefinition> definitions, Map<String, @Nullable Object> variables)
      throws EvaluationFailure {
    var all = new ArrayList<@Nullable Object>();
    if (variables.get("rounds") instanceof List<?> rounds) {
      for (Object round : rounds) {
        all.add(outputs(definitions, (Map<?, ?>) round));
      }
    }
    return Map.of("outputs", all);
  }

  /** The loop value that the job works on. */
  static @Nullable Object valueOf(Job job) {
    return job.variables().get("taskrun") instanceof Map<?, ?> taskRun
        ? taskRun.get("value")
        : null;
  }

  /** To be carried out like a task, as far as a script is concerned. */
  static Job asJob(Call call) {
    return new Job(
        call.key().execution(),
        call.flow(),
        call.revision(),
        call.key().taskRun(),
        call.taskRunId(),
        call.key().attempt(),
        new TaskStep(call.step().header(), call.step().properties(), null, null),
        null,
        call.variables());
  }

  private Script answer(String taskId, Outcome outcome) {
    outcomes.put(taskId, outcome);
    return this;
  }

  /** What happens to one attempt. */
  private interface Outcome {
    /**
     * @param reported how many attempts of the task run were reported before
     */
    Optional<AttemptResult> of(Job job, int reported);
  }
}
