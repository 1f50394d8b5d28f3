package dev.legato.server;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.FlowId;
import dev.legato.model.log.LogEntry;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.LogField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs flows to their end. */
final class Runs {
  private static final int MAX_SECONDS = 60;

  private final Application application;

  Runs(Application application) {
    this.application = application;
  }

  StoredExecution run(String source, Map<String, @Nullable Object> inputs) throws Exception {
    if (!(application.flows().save(source) instanceof Saved saved)) {
      throw new IllegalStateException("Expected a valid flow, but: " + source);
    }
    return run(saved.flow().stored().id(), inputs);
  }

  /** Runs a flow that is stored already. */
  StoredExecution run(FlowId flow, Map<String, @Nullable Object> inputs) throws Exception {
    var request = CreateRequest.of(flow, inputs);
    if (!(application.executions().create(request) instanceof Created created)) {
      throw new IllegalStateException("Expected an execution of " + request);
    }
    ExecutionId id = created.execution().id();
    return await(id, now -> now.execution().over()); // it may go on after its end
  }

  StoredExecution await(ExecutionId id, Predicate<StoredExecution> condition)
      throws InterruptedException {
    var changes = new Semaphore(1);
    try (var _ = application.orchestrator().live().subscribe(id, changes::release)) {
      while (changes.tryAcquire(MAX_SECONDS, TimeUnit.SECONDS)) {
        StoredExecution now = application.storage().executions().find(id).orElseThrow();
        if (condition.test(now)) {
          return now;
        }
      }
    }
    throw new IllegalStateException("Expected more of execution %s by now".formatted(id));
  }

  /** What the tasks of an execution wrote for people, in the order of writing. */
  List<String> log(StoredExecution execution) {
    var messages = new ArrayList<String>();
    application
        .storage()
        .logs()
        .read(
            execution.execution().id(),
            List.of(Filter.of(LogField.LEVEL, Operator.EQUALS, "INFO")), // and above
            (LogEntry line) -> {
              if (line.taskId() != null) {
                messages.add(line.message());
              }
            });
    return messages;
  }
}
