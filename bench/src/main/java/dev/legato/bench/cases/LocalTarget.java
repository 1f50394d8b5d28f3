package dev.legato.bench.cases;

import dev.legato.bench.load.Target;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.execution.CreateOutcome;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.orchestrator.flow.FlowOutcome;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.server.Application;
import java.util.Map;

/** Runs a flow in this process. */
record LocalTarget(Application application, FlowId flow) implements Target {
  static LocalTarget of(Application application, String source) {
    FlowOutcome outcome = application.flows().save(source);
    if (outcome instanceof Saved saved) {
      return new LocalTarget(application, saved.flow().stored().id());
    }
    throw new IllegalStateException("Expected the flow to be stored, but got " + outcome);
  }

  @Override
  public void once() throws Exception {
    CreateOutcome outcome = application.executions().create(CreateRequest.of(flow, Map.of()));
    if (!(outcome instanceof Created created)) {
      throw new IllegalStateException("Expected an execution, but got " + outcome);
    }
    ExecutionStatus ended = application.orchestrator().ends().of(created.execution().id()).get();
    if (ended != ExecutionStatus.SUCCESS) {
      throw new IllegalStateException("Expected SUCCESS, but the execution ended as " + ended);
    }
  }
}
