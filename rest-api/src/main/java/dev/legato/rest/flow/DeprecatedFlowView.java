package dev.legato.rest.flow;

import java.util.List;

/**
 * A flow whose tasks or triggers have types with newer names.
 *
 * @param deprecatedTasks where they are, such as {@code tasks[0].type}
 */
public record DeprecatedFlowView(
    String namespace, String flowId, int revision, List<String> deprecatedTasks) {}
