package dev.legato.orchestrator.execution;

import dev.legato.language.input.InputProblem;
import dev.legato.language.input.InputReader;
import dev.legato.language.input.Refusal.Reason;
import dev.legato.language.input.ResolvedInput;
import dev.legato.language.input.ResolvedInputs;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.InputType;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the inputs of flows. */
public final class FlowInputs {
  private static final String NAMESPACE_FILES = "nsfile:///";

  private final InputReader reader;

  public FlowInputs(InputReader reader) {
    this.reader = reader;
  }

  /** What becomes of the inputs of an execution of the flow. */
  public ResolvedInputs resolve(Flow flow, Map<String, @Nullable Object> given) {
    ResolvedInputs resolved =
        reader.read(
            flow.inputs(),
            given,
            Map.of("flow", Variables.ofFlow(flow.id(), flow.revision()), "vars", flow.variables()));
    return new ResolvedInputs(
        resolved.inputs().stream().map(input -> located(input, flow.id().namespace())).toList());
  }

  /** Names of files of the namespace become addresses, which every task can read. */
  private static ResolvedInput located(ResolvedInput input, String namespace) {
    if (input.definition().type() != InputType.FILE
        || !(input.value() instanceof String text)
        || !text.startsWith(NAMESPACE_FILES)) {
      return input;
    }
    try {
      SafePath path = SafePath.parse(text.substring(NAMESPACE_FILES.length()));
      String uri = FileLayout.namespaceFiles(namespace).resolve(path).uri();
      return new ResolvedInput(
          input.definition(), uri, input.enabled(), input.isDefault(), input.problems());
    } catch (UnsafePathException e) {
      String message =
          "Input '%s' names no file: %s.".formatted(input.definition().id(), e.getMessage());
      var problem = new InputProblem(input.definition().id(), Reason.WRONG_TYPE, message, text);
      return new ResolvedInput(
          input.definition(), text, input.enabled(), input.isDefault(), List.of(problem));
    }
  }
}
