package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.flow.TaskReader.Scope;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.StepHeader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task that steers a flow, with what reading it takes.
 *
 * @param inside what tasks inside it take over
 */
record Control(TaskReader tasks, Fields fields, StepHeader header, Scope inside) {
  Handlers handlers() {
    return new Handlers(children("errors"), children("finally"));
  }

  List<Step> children(String name) {
    return tasks.list(fields, name, inside);
  }

  /** As {@link #children}, at least one. */
  List<Step> requiredChildren(String name) {
    fields.require(name);
    if (fields.isEmptyList(name)) {
      fields.error(
          ComplaintCode.MISSING_PROPERTY,
          name,
          "'%s' needs at least one task.".formatted(name),
          "Add one, with an 'id' and a 'type'.");
    }
    return children(name);
  }

  /** How many at once; 0 means no limit. */
  int limit(String name, int absent) {
    Integer limit = fields.integer(name, 0);
    return limit == null ? absent : limit;
  }

  /** The values of all its own properties that are not parts of the flow themselves. */
  Map<String, @Nullable Object> properties() {
    return new PropertyValues(fields.reading())
        .read(fields, tasks.control(header.type()).descriptor().properties());
  }
}
