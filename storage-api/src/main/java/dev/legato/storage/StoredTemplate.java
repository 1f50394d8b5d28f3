package dev.legato.storage;

import dev.legato.model.flow.TemplateId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a template as it is stored.
 *
 * @param revision counts from 1; an execution runs the one that it began with
 * @param source the author's text; the only thing that counts, the rest is for searching
 * @param deleted whether this revision records that the template was removed
 */
public record StoredTemplate(
    TemplateId id,
    int revision,
    String source,
    boolean deleted,
    @Nullable String description,
    Instant updatedAt) {}
