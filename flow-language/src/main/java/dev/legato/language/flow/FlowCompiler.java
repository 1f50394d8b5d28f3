package dev.legato.language.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.Complaints;
import dev.legato.model.flow.Flow;
import dev.legato.model.plan.Plan;
import java.util.Optional;

/**
 * Makes the plan of a flow. Reads the source again, which is what counts; callers keep the plan for
 * as long as they run the revision. Safe to use from any thread.
 */
public final class FlowCompiler {
  private final FlowParser parser;

  public FlowCompiler(FlowParser parser) {
    this.parser = parser;
  }

  /**
   * The plan of this revision.
   *
   * @param flow as the parser gave it
   * @throws IllegalStateException when the flow's source is not valid
   */
  public Plan compile(Flow flow) {
    return compile(flow, TemplateSource.NONE);
  }

  /**
   * The same, with the tasks of the templates that the flow uses.
   *
   * @param templates the revisions to take
   */
  public Plan compile(Flow flow, TemplateSource templates) {
    Complaints complaints = new Complaints();
    Optional<FlowDraft> draft = parser.draft(flow.source(), templates, complaints);
    if (draft.isEmpty() || complaints.hasErrors()) {
      throw new IllegalStateException(
          "Expected the source of %s, revision %d, to be valid, but: %s"
              .formatted(flow.id(), flow.revision(), firstError(complaints)));
    }
    return draft.get().plan(flow);
  }

  private static String firstError(Complaints complaints) {
    return complaints.list().stream()
        .filter(Complaint::isError)
        .findFirst()
        .map(Complaint::toString)
        .orElse("it has no flow");
  }
}
