package dev.legato.language.flow;

import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Step.SequenceStep;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that older flows share through {@code io.kestra.plugin.core.flow.Template}, read and
 * checked.
 *
 * @param root the tasks and error tasks as if they were a group
 * @param document the whole document as JSON values; what clients are shown
 * @param source the YAML text as the author wrote it
 */
public record Template(
    TemplateId id,
    @Nullable String description,
    SequenceStep root,
    Map<String, @Nullable Object> document,
    String source) {}
