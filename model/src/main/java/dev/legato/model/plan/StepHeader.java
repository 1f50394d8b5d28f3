package dev.legato.model.plan;

import dev.legato.model.flow.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What every step has, whatever its shape.
 *
 * @param id unique in the flow
 * @param type as the author wrote it, old spellings included
 * @param runIf a template; the step is skipped when it renders to something falsy
 * @param allowFailure a failure ends as a warning
 * @param allowWarning a warning ends as a success
 * @param retry the policy in force: the step's own, else that of the nearest ancestor, else the
 *     flow's
 */
public record StepHeader(
    String id,
    String type,
    @Nullable String runIf,
    boolean allowFailure,
    boolean allowWarning,
    @Nullable RetryPolicy retry) {}
