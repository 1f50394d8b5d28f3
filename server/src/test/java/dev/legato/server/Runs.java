package dev.legato.server;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.StoredExecution;
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
import java.util.concurrent.TimeUnit;
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
    var request = CreateRequest.of(saved.flow().stored().id(), inputs);
    if (!(application.executions().create(request) instanceof Created created)) {
      throw new IllegalStateException("Expected an execution of " + request);
    }
    ExecutionId id = created.execution().id();
    application.orchestrator().ends().of(id).get(MAX_SECONDS, TimeUnit.SECONDS);
    return application.storage().executions().find(id).orElseThrow();
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
