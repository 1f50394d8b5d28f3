package dev.legato.orchestrator.template;

import dev.legato.language.complaint.Complaint;
import dev.legato.model.flow.TemplateId;
import java.util.List;

/** What became of a source that somebody wanted to save. */
public sealed interface TemplateOutcome {
  /** It is stored, or was already. */
  record Saved(LoadedTemplate template) implements TemplateOutcome {}

  /** It has errors; nothing was stored. */
  record Invalid(List<Complaint> complaints) implements TemplateOutcome {}

  /** A template of that name exists; it can only be updated. */
  record Exists(TemplateId id) implements TemplateOutcome {}

  /** There is no template of that name; it can only be created. */
  record NoSuchTemplate(TemplateId id) implements TemplateOutcome {}

  /** The source names another template than the one to update. */
  record IdChanged(TemplateId expected, TemplateId found) implements TemplateOutcome {}
}
