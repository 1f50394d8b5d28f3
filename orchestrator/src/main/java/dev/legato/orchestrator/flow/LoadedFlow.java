package dev.legato.orchestrator.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.model.flow.Flow;
import dev.legato.storage.StoredFlow;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stored revision and what this version of the program makes of it.
 *
 * @param flow absent when the source is not valid (any more)
 * @param complaints about the source; some of them errors when the flow is absent
 */
public record LoadedFlow(StoredFlow stored, @Nullable Flow flow, List<Complaint> complaints) {
  /** Whether it only runs when its revision is asked for. */
  public boolean isDraft() {
    return flow != null && flow.draft();
  }

  /** Why the flow cannot run, in one line. */
  public String reason() {
    return complaints.stream()
        .filter(Complaint::isError)
        .map(Complaint::toString)
        .collect(Collectors.joining("; "));
  }
}
