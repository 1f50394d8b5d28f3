package dev.legato.orchestrator.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Severity;
import dev.legato.language.flow.CalledFlow;
import dev.legato.model.flow.FlowId;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds tasks that call a flow that does not exist. It is no error: it may be saved later.
 *
 * @param exists whether there is such a flow
 */
record MissingSubflows(Predicate<FlowId> exists) {
  List<Complaint> among(List<CalledFlow> called) {
    return called.stream()
        .filter(call -> !exists.test(call.flow()))
        .map(MissingSubflows::complaint)
        .toList();
  }

  private static Complaint complaint(CalledFlow call) {
    return new Complaint(
        ComplaintCode.UNKNOWN_REFERENCE,
        Severity.INFO,
        call.mark().line(),
        call.mark().column(),
        call.path(),
        call.task(),
        "There is no flow '%s' yet; until there is, the task fails.".formatted(call.flow()),
        "Save that flow, too, or correct 'namespace' and 'flowId'.");
  }
}
