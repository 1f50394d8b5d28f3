package dev.legato.plugin.log;

import java.util.List;

/**
 * Which lines of an execution to read.
 *
 * @param taskIds only of these tasks; of all when empty
 * @param level that one and more important ones, such as {@code WARN}
 */
public record LogQuery(String executionId, List<String> taskIds, String level) {}
