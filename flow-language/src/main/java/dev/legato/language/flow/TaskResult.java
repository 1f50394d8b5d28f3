package dev.legato.language.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.model.plan.Step;
import java.util.List;
import java.util.Optional;

/**
 * What reading a task on its own gave.
 *
 * @param step empty when the task is disabled or cannot be read
 * @param complaints in the order of the document
 */
public record TaskResult(Optional<Step> step, List<Complaint> complaints) {}
