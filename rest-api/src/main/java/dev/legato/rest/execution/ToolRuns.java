package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.InputType;
import dev.legato.orchestrator.execution.CreateOutcome;
import dev.legato.orchestrator.execution.CreateRequest.Upload;
import dev.legato.orchestrator.trigger.Tools;
import dev.legato.orchestrator.trigger.Tools.Invocation;
import dev.legato.orchestrator.trigger.Tools.Tool;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs flows as tools, from the call to the end of the execution. */
public final class ToolRuns {
  private final Tools tools;
  private final ExecutionPorts ports;

  public ToolRuns(Tools tools, ExecutionPorts ports) {
    this.tools = tools;
    this.ports = ports;
  }

  /**
   * Starts the flow and waits for its end, or until the server stops.
   *
   * @param arguments values for inputs; for files their content as text
   * @param session of the client; absent when it has none
   * @throws Problem when no execution comes of it
   */
  public StoredExecution run(
      Call call, Tool tool, Map<String, @Nullable Object> arguments, @Nullable String session)
      throws IOException, InterruptedException {
    Flow flow = tool.flow();
    ExecutionId id = ports.executions().newId();
    var uploads = new Uploads(ports.files(), flow.id(), id, input -> takesFile(flow, input));
    ExecutionRecord created = null;
    try {
      Map<String, @Nullable Object> inputs = uploads.storeTexts(arguments);
      var upload = new Upload(id, uploads.fingerprint());
      Optional<CreateOutcome> outcome =
          tools.call(tool, new Invocation(inputs, upload, session, CreateReader.key(call)));
      created =
          Creations.created(
              outcome.orElseThrow(() -> Problem.conflict("its conditions do not hold now")));
    } finally {
      if (created == null || !created.id().equals(id)) {
        uploads.discard();
      }
    }
    return Creations.awaitEnd(call, ports, created);
  }

  private static boolean takesFile(Flow flow, String input) {
    return flow.inputs().stream()
        .anyMatch(known -> known.type() == InputType.FILE && known.id().equals(input));
  }
}
