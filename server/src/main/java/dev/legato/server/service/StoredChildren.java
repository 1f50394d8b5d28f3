package dev.legato.server.service;

import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.plugin.Attempt;
import dev.legato.plugin.Children;
import dev.legato.plugin.TaskFailure;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an attempt's execution has started, in the store of this process. */
final class StoredChildren implements Children {
  private static final int PORTION = 500;

  private final ExecutionStore store;
  private final Attempt attempt;

  StoredChildren(ExecutionStore store, Attempt attempt) {
    this.store = store;
    this.attempt = attempt;
  }

  @Override
  public void readOutputs(String taskId, OutputReader reader) throws TaskFailure, IOException {
    TaskRunRecord caller = callerNamed(taskId);
    Predicate<Caller> counts =
        caller.attempts().size() > 1 ? latestOf(caller.sequence()) : _ -> true;
    forEach(
        caller.sequence(),
        (child, called) -> {
          Map<String, @Nullable Object> outputs = child.outputs();
          if (outputs != null && !outputs.isEmpty() && counts.test(called)) {
            reader.read(outputs);
          }
        });
  }

  /** Something to do with a child and with what it says of its caller. */
  @FunctionalInterface
  private interface Visitor {
    void visit(ExecutionRecord child, Caller called) throws IOException;
  }

  /**
   * Goes through the children in the order of their iterations, some at a time: the store sorts
   * what it finds, and to sort a million children for each portion of them would take hours.
   */
  private void forEach(int taskRun, Visitor visitor) throws IOException {
    int first = 0;
    List<Child> portion = children(taskRun, first);
    while (!portion.isEmpty()) {
      for (Child child : portion) {
        visitor.visit(child.execution(), child.called());
      }
      first += PORTION;
      portion = children(taskRun, first);
    }
  }

  /** Those of a portion of the iterations; they may have begun in another order. */
  private List<Child> children(int taskRun, int firstIteration) {
    List<Filter<ExecutionField>> filters =
        List.of(
            Filter.of(ExecutionField.TRIGGER_EXECUTION_ID, Operator.EQUALS, attempt.executionId()),
            number(ExecutionField.CALLER_TASK_RUN, Operator.EQUALS, taskRun),
            number(
                ExecutionField.CALLER_ITERATION, Operator.GREATER_THAN_OR_EQUAL_TO, firstIteration),
            number(ExecutionField.CALLER_ITERATION, Operator.LESS_THAN, firstIteration + PORTION));
    List<Child> children = new ArrayList<>();
    List<ExecutionRecord> found = store.list(filters, Optional.empty(), PORTION);
    while (!found.isEmpty()) {
      found.forEach(
          execution ->
              children.add(new Child(execution, Objects.requireNonNull(execution.caller()))));
      found =
          found.size() < PORTION
              ? List.of()
              : store.list(filters, Optional.of(found.getLast()), PORTION);
    }
    children.sort(Comparator.comparingInt(child -> iteration(child.called())));
    return children;
  }

  private record Child(ExecutionRecord execution, Caller called) {}

  private static Filter<ExecutionField> number(ExecutionField field, Operator operator, int value) {
    return Filter.of(field, operator, Integer.toString(value));
  }

  /** Leaves out children in whose place a later attempt of the caller has started others. */
  private Predicate<Caller> latestOf(int taskRun) throws IOException {
    Map<Integer, Integer> attempts = new HashMap<>();
    forEach(taskRun, (_, called) -> attempts.merge(iteration(called), called.attempt(), Math::max));
    return called -> called.attempt() == attempts.getOrDefault(iteration(called), -1);
  }

  private static int iteration(Caller called) {
    Integer iteration = called.iteration();
    return iteration == null ? 0 : iteration;
  }

  /** The task run of a task that stands beside this one, in the same round of the same loop. */
  private TaskRunRecord callerNamed(String taskId) throws TaskFailure {
    StoredExecution execution = store.find(new ExecutionId(attempt.executionId())).orElseThrow();
    Optional<TaskRunRecord> self =
        execution.taskRuns().stream().filter(run -> run.id().equals(attempt.taskRunId())).findAny();
    return execution.taskRuns().stream()
        .filter(run -> run.taskId().equals(taskId))
        .filter(run -> self.isEmpty() || Objects.equals(run.parent(), self.get().parent()))
        .reduce((_, latest) -> latest)
        .orElseThrow(
            () -> new TaskFailure("No task '%s' has run beside this one.".formatted(taskId)));
  }
}
