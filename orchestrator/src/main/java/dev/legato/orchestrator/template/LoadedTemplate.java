package dev.legato.orchestrator.template;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.flow.Template;
import dev.legato.storage.StoredTemplate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stored revision and what this version of the program makes of it.
 *
 * @param template absent when the source is not valid (any more)
 * @param complaints about the source; some of them errors when the template is absent
 */
public record LoadedTemplate(
    StoredTemplate stored, @Nullable Template template, List<Complaint> complaints) {
  /** Why the template cannot be used, in one line. */
  public String reason() {
    return complaints.stream()
        .filter(Complaint::isError)
        .map(Complaint::toString)
        .collect(Collectors.joining("; "));
  }
}
