package dev.legato.orchestrator.execution;

import dev.legato.language.input.InputReader;
import dev.legato.language.input.ResolvedInputs;
import dev.legato.model.flow.Flow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the inputs of flows. */
public final class FlowInputs {
  private final InputReader reader;

  public FlowInputs(InputReader reader) {
    this.reader = reader;
  }

  /** What becomes of the inputs of an execution of the flow. */
  public ResolvedInputs resolve(Flow flow, Map<String, @Nullable Object> given) {
    return reader.read(
        flow.inputs(),
        given,
        Map.of("flow", Variables.ofFlow(flow.id(), flow.revision()), "vars", flow.variables()));
  }
}
