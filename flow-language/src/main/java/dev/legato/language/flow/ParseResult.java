package dev.legato.language.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.Severity;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What reading a flow gave.
 *
 * @param id as far as the source tells, also when there are errors
 * @param flow present when there are no errors; its revision is the one that the source declares,
 *     or 1
 * @param sketch the flow as far as the source tells, also when there are errors: for those who keep
 *     or edit it, never to be run
 * @param declaresRevision whether the source has a revision
 * @param calledFlows in the order of the document; a flow may be there more than once
 * @param complaints in the order of the document
 */
public record ParseResult(
    Optional<FlowId> id,
    Optional<Flow> flow,
    Optional<Flow> sketch,
    boolean declaresRevision,
    List<CalledFlow> calledFlows,
    List<Complaint> complaints) {
  /** The flow when it may be stored: it is valid, or a draft, which may be anything but run. */
  public Optional<Flow> storable() {
    return flow.or(() -> sketch.filter(Flow::draft));
  }

  /** The same, with more to say at the end. */
  public ParseResult with(List<Complaint> more) {
    return more.isEmpty()
        ? this
        : new ParseResult(
            id,
            flow,
            sketch,
            declaresRevision,
            calledFlows,
            Stream.concat(complaints.stream(), more.stream()).toList());
  }

  public List<Complaint> errors() {
    return of(Severity.ERROR);
  }

  public List<Complaint> warnings() {
    return of(Severity.WARNING);
  }

  private List<Complaint> of(Severity severity) {
    return complaints.stream().filter(c -> c.severity() == severity).toList();
  }
}
