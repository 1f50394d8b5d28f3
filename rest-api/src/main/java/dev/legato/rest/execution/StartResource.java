package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Check;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.InputType;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts executions and checks what they would be started with. */
final class StartResource {
  private final ExecutionPorts ports;
  private final InputsReader inputs;
  private final CreateReader reader;

  StartResource(ExecutionPorts ports, InputsReader inputs) {
    this.ports = ports;
    this.inputs = inputs;
    this.reader = new CreateReader(inputs);
  }

  Answer create(Call call) throws Exception {
    return create(call, true);
  }

  /** The older spelling, which cannot start anything later. */
  Answer trigger(Call call) throws Exception {
    return create(call, false);
  }

  private Answer create(Call call, boolean scheduled) throws Exception {
    FlowId flow = PathIds.flow(call, "flowId");
    boolean wait = call.query().flag("wait", false);
    ExecutionId id = ports.executions().newId();
    var uploads = new Uploads(ports.files(), flow, id, input -> takesFile(call, flow, input));
    ExecutionRecord created = null;
    try {
      created =
          Creations.created(
              ports.executions().create(reader.read(call, flow, scheduled, id, uploads)));
    } finally {
      // a request that was sent twice has made one execution, which keeps the files of the first
      if (created == null || !created.id().equals(id)) {
        uploads.discard();
      }
    }
    StoredExecution shown =
        wait ? Creations.awaitEnd(call, ports, created) : new StoredExecution(created, List.of());
    return Answer.json(ExecutionView.created(shown, ports.clock().instant(), ports.site()));
  }

  private boolean takesFile(Call call, FlowId id, String input) {
    return flow(call, id).inputs().stream()
        .anyMatch(known -> known.type() == InputType.FILE && known.id().equals(input));
  }

  /** Shows what would become of inputs, and which checks would not hold. */
  Answer validate(Call call) throws IOException {
    Flow flow = flow(call, PathIds.flow(call, "flowId"));
    var resolved =
        ports
            .executions()
            .resolve(flow, withStandIns(flow, inputs.read(call, InputsReader::standInForFile)));
    List<Check> failed =
        resolved.isValid() ? ports.executions().failedChecks(flow, resolved.values()) : List.of();
    return Answer.json(InputsView.of(flow, resolved, failed));
  }

  /** A text in place of a file would be stored, and its address be the input. */
  private static Map<String, @Nullable Object> withStandIns(
      Flow flow, Map<String, @Nullable Object> given) {
    var inputs = new LinkedHashMap<>(given);
    for (InputDefinition input : flow.inputs()) {
      if (input.type() == InputType.FILE && Uploads.isContent(given.get(input.id()))) {
        inputs.put(input.id(), InputsReader.standInForFile(input.id()));
      }
    }
    return inputs;
  }

  private Flow flow(Call call, FlowId id) {
    Integer revision = call.query().number("revision", 1, Integer.MAX_VALUE).orElse(null);
    var loaded =
        ports.flows().findToRun(id, revision).orElseThrow(() -> Outcomes.noSuchFlow(id, revision));
    Flow flow = loaded.flow();
    if (flow == null) {
      throw Creations.invalid(id, loaded.reason());
    }
    return flow;
  }
}
