package dev.legato.model.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What started an execution, other than a person.
 *
 * @param id of the trigger or of the calling task
 * @param type of the trigger or of the calling task
 * @param variables what expressions see as {@code trigger}
 */
public record ExecutionOrigin(String id, String type, Map<String, @Nullable Object> variables) {}
