package dev.legato.orchestrator.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.model.flow.FlowId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about one document.
 *
 * @param index place of the document in its text, from 0
 * @param id as far as the document tells
 * @param outdated whether the document names a revision that is not the next one
 */
public record Validation(
    int index, @Nullable FlowId id, List<Complaint> complaints, boolean outdated) {
  public boolean isValid() {
    return complaints.stream().noneMatch(Complaint::isError);
  }
}
