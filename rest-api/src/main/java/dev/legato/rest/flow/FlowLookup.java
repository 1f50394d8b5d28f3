package dev.legato.rest.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import java.util.List;
import java.util.Optional;

/** Finds flows for those who need a valid one, and says what is wrong with others. */
public final class FlowLookup {
  private final Flows flows;

  public FlowLookup(Flows flows) {
    this.flows = flows;
  }

  /**
   * A flow that is valid.
   *
   * @param revision empty for the newest
   * @throws Problem 404 when there is none, 409 when it is not valid
   */
  public Flow find(FlowId id, Optional<Integer> revision) {
    LoadedFlow loaded =
        revision
            .map(number -> flows.find(id, number))
            .orElseGet(() -> flows.find(id))
            .orElseThrow(() -> missing(id));
    Flow flow = loaded.flow();
    if (flow == null) {
      throw Problem.conflict("flow '%s' is not valid: %s".formatted(id, loaded.reason()));
    }
    return flow;
  }

  /** All valid flows of exactly that namespace, by id. */
  public List<Flow> ofNamespace(String namespace) {
    return FlowSearch.ofNamespace(flows, namespace).stream()
        .flatMap(loaded -> Optional.ofNullable(loaded.flow()).stream())
        .toList();
  }

  /** What clients are told about a flow that does not exist. */
  static Problem missing(FlowId id) {
    return Problem.notFound(
        "flow '%s' does not exist in namespace '%s'".formatted(id.id(), id.namespace()));
  }

  /** What clients are told about a source that has errors. */
  public static Problem invalid(List<Complaint> complaints) {
    return Problem.invalid(
        complaints.stream()
            .filter(Complaint::isError)
            .map(error -> new Detail(error.toString(), error.path(), error.code().name()))
            .toList());
  }
}
