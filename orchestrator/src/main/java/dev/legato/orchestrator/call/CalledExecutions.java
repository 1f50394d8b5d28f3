package dev.legato.orchestrator.call;

import dev.legato.language.input.InputReader;
import dev.legato.language.input.ResolvedInputs;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.StepHeader;
import dev.legato.orchestrator.execution.FlowInputs;
import dev.legato.orchestrator.execution.Labels;
import dev.legato.orchestrator.flow.LoadedFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The executions that a call starts. */
final class CalledExecutions {
  /** How deep flows may call each other; a flow that calls itself has to end somewhere. */
  private static final int MAX_DEPTH = 32;

  private static final String RESTARTED = Label.SYSTEM_PREFIX + "restarted";

  private final CallPorts ports;
  private final FlowInputs inputs;
  private final Birth birth;

  CalledExecutions(CallPorts ports, Birth birth) {
    this.ports = ports;
    this.inputs = new FlowInputs(new InputReader(ports.expressions()));
    this.birth = birth;
  }

  /**
   * Makes sure that the execution of a call runs or has run: that of this attempt, or after a
   * restart that of an earlier one.
   *
   * @param iteration which of the call's executions; absent when it has one only
   * @return its id
   */
  ExecutionId start(Call call, CallProperties properties, @Nullable Integer iteration)
      throws CallFailure {
    int number = iteration == null ? 0 : iteration;
    ExecutionId own = id(call, call.key().attempt(), number);
    if (ports.executions().findRecord(own).isPresent()) { // whatever has become of its flow since
      return own;
    }
    if (call.restarted() && !properties.startsAnew()) {
      Optional<ExecutionRecord> earlier = latestEarlier(call, number);
      if (earlier.isPresent() && goesOn(call, earlier.get(), number)) {
        return earlier.get().id();
      }
    }
    birth.create(creation(call, properties, iteration, own));
    return own;
  }

  private Optional<ExecutionRecord> latestEarlier(Call call, int number) {
    for (int attempt = call.key().attempt() - 1; attempt >= 0; attempt--) {
      Optional<ExecutionRecord> found = ports.executions().findRecord(id(call, attempt, number));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether an execution of an earlier attempt runs, has succeeded or was restarted. */
  private boolean goesOn(Call call, ExecutionRecord earlier, int number) {
    ExecutionStatus status = earlier.status();
    return switch (status) {
      case FAILED, KILLED, CANCELLED ->
          birth.restart(
              earlier.id(),
              "call/%s/%d/%d/%d"
                  .formatted(
                      call.key().execution(), call.key().taskRun(), call.key().attempt(), number));
      case CREATED,
          QUEUED,
          RUNNING,
          PAUSED,
          RETRYING,
          BREAKPOINT,
          RESTARTED,
          KILLING,
          SUCCESS,
          WARNING,
          RETRIED ->
          true;
    };
  }

  private static ExecutionId id(Call call, int attempt, int number) {
    return Ids.called(
        call.key().execution(), call.key().taskRun(), attempt, number, call.starts().get(attempt));
  }

  private CreateExecution creation(
      Call call, CallProperties properties, @Nullable Integer iteration, ExecutionId id)
      throws CallFailure {
    checkDepth(call);
    Flow flow = flow(properties.flow(), properties.revision());
    ResolvedInputs values = inputs.resolve(flow, properties.inputs());
    if (!values.isValid()) {
      throw new CallFailure(
          "The inputs of flow '%s' are not valid: %s"
              .formatted(
                  flow.id(),
                  values.problems().stream()
                      .map(problem -> problem.message())
                      .collect(Collectors.joining(" "))));
    }
    return new CreateExecution(
        id,
        flow.id(),
        flow.revision(),
        properties.sealed(values.values()),
        labels(call, properties, flow, id),
        origin(call),
        properties.scheduleDate(),
        new Caller(
            call.key().execution(),
            call.key().taskRun(),
            call.key().attempt(),
            iteration,
            call.flows()),
        null,
        null,
        List.of(),
        call.kind());
  }

  private static void checkDepth(Call call) throws CallFailure {
    if (call.flows().size() >= MAX_DEPTH) {
      throw new CallFailure(
          "Flows call each other %d deep, which is the limit; the last calls were %s."
              .formatted(
                  MAX_DEPTH,
                  call.flows().subList(MAX_DEPTH - 3, call.flows().size()).stream()
                      .map(FlowId::toString)
                      .collect(Collectors.joining(" → "))));
    }
  }

  private Flow flow(FlowId id, @Nullable Integer revision) throws CallFailure {
    String name =
        revision == null
            ? "Flow '%s' in namespace '%s'".formatted(id.id(), id.namespace())
            : "Revision %d of flow '%s' in namespace '%s'"
                .formatted(revision, id.id(), id.namespace());
    LoadedFlow loaded =
        ports
            .flows()
            .findToRun(id, revision)
            .orElseThrow(() -> new CallFailure(name + " does not exist."));
    Flow flow = loaded.flow();
    if (flow == null) {
      throw new CallFailure("%s is not valid: %s".formatted(name, loaded.reason()));
    }
    if (flow.disabled()) {
      throw new CallFailure(name + " is disabled.");
    }
    return flow;
  }

  private static List<Label> labels(Call call, CallProperties properties, Flow flow, ExecutionId id)
      throws CallFailure {
    boolean inheritsAll = properties.flag("inheritLabels", false);
    var labels = new ArrayList<Label>();
    for (Label label : call.labels()) {
      if ((inheritsAll || label.isSystem()) && !label.key().equals(RESTARTED)) {
        labels.add(label);
      }
    }
    labels.addAll(properties.labels());
    return Labels.of(flow, labels, id);
  }

  private static ExecutionOrigin origin(Call call) {
    StepHeader header = call.step().header();
    return new ExecutionOrigin(
        header.id(),
        header.type(),
        Map.of(
            "executionId", call.key().execution().value(),
            "namespace", call.flow().namespace(),
            "flowId", call.flow().id(),
            "flowRevision", call.revision()));
  }
}
