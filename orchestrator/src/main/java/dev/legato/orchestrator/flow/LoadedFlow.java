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
 * @param isDraft whether it only runs when its revision is asked for; a draft need not be valid
 * @param complaints about the source; some of them errors when the flow is absent
 */
public record LoadedFlow(
    StoredFlow stored, @Nullable Flow flow, boolean isDraft, List<Complaint> complaints) {

  /** Why the flow cannot run, in one line. */
  public String reason() {
    return complaints.stream()
        .filter(Complaint::isError)
        .map(Complaint::toString)
        .collect(Collectors.joining("; "));
  }
}
