package dev.legato.storage;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a flow as it is stored.
 *
 * @param source the author's text; the only thing that counts, the rest is for searching
 * @param deleted whether this revision records that the flow was removed
 */
public record StoredFlow(
    FlowId id,
    int revision,
    String source,
    boolean deleted,
    boolean disabled,
    @Nullable String description,
    List<Label> labels,
    Instant updatedAt) {}
