package dev.legato.language.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.model.flow.TemplateId;
import java.util.List;
import java.util.Optional;

/**
 * What reading a template gave.
 *
 * @param id as far as the source tells, also when there are errors
 * @param template present when there are no errors
 * @param complaints in the order of the document
 */
public record TemplateResult(
    Optional<TemplateId> id, Optional<Template> template, List<Complaint> complaints) {}
