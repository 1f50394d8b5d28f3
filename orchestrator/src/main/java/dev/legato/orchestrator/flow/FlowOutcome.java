package dev.legato.orchestrator.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.model.flow.FlowId;
import java.util.List;

/** What became of a source that somebody wanted to save. */
public sealed interface FlowOutcome {
  /**
   * It is stored.
   *
   * @param changed false when the newest revision had the same source already
   */
  record Saved(LoadedFlow flow, boolean changed) implements FlowOutcome {}

  /** It has errors; nothing was stored. */
  record Invalid(List<Complaint> complaints) implements FlowOutcome {}

  /** A flow of that name exists; it can only be updated. */
  record Exists(FlowId id) implements FlowOutcome {}

  /** There is no flow of that name; it can only be created. */
  record NoSuchFlow(FlowId id) implements FlowOutcome {}

  /** The source names another flow than the one to update. */
  record IdChanged(FlowId expected, FlowId found) implements FlowOutcome {}
}
