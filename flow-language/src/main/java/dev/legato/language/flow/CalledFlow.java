package dev.legato.language.flow;

import dev.legato.language.complaint.Mark;
import dev.legato.model.flow.FlowId;
import org.jspecify.annotations.Nullable;

/**
 * Another flow that a task runs, as far as the source names it: not by templates.
 *
 * @param mark where its id is written
 * @param path of the property with its id, such as {@code tasks[0].flowId}
 * @param task the id of the task that runs it; absent when it has none
 */
public record CalledFlow(FlowId flow, Mark mark, String path, @Nullable String task) {}
