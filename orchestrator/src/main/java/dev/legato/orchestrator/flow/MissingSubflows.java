package dev.legato.orchestrator.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Severity;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds tasks that call a flow that does not exist. It is no error: it may be saved later.
 *
 * @param exists whether there is such a flow
 */
record MissingSubflows(Predicate<FlowId> exists) {
  private static final Pattern CALL =
      Pattern.compile(
          ".*\\.(flow\\.(Subflow|Flow|ForEachItem)|flows\\.(Flow|Subflow|ForEachItem))");

  /** What is to be said about a flow that need not be stored. */
  List<Complaint> in(Flow flow) {
    List<Complaint> complaints = new ArrayList<>();
    flow.document()
        .forEach(
            (name, value) -> {
              if (!name.equals("triggers")) {
                search(flow, value, name, complaints);
              }
            });
    return complaints;
  }

  private void search(Flow flow, @Nullable Object value, String path, List<Complaint> complaints) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        search(flow, list.get(i), "%s[%d]".formatted(path, i), complaints);
      }
    } else if (value instanceof Map<?, ?> map) {
      check(flow, map, path, complaints);
      map.forEach((key, inner) -> search(flow, inner, path + "." + key, complaints));
    }
  }

  private void check(Flow flow, Map<?, ?> task, String path, List<Complaint> complaints) {
    if (task.get("type") instanceof String type
        && CALL.matcher("." + type).matches()
        && task.get("namespace") instanceof String namespace
        && task.get("flowId") instanceof String id
        && (namespace + id).indexOf('{') < 0) {
      FlowId called = new FlowId(namespace, id);
      if (!called.equals(flow.id()) && !exists.test(called)) {
        complaints.add(
            new Complaint(
                ComplaintCode.UNKNOWN_REFERENCE,
                Severity.INFO,
                line(flow, id),
                1,
                path + ".flowId",
                task.get("id") instanceof String taskId ? taskId : null,
                "There is no flow '%s.%s' yet; until there is, the task fails."
                    .formatted(namespace, id),
                "Save that flow, too, or correct 'namespace' and 'flowId'."));
      }
    }
  }

  /** On which line the called flow is named first; the first one when it cannot be found. */
  private static int line(Flow flow, String id) {
    Pattern named = Pattern.compile(".*\\bflowId:\\s*['\"]?" + Pattern.quote(id) + "\\b.*");
    List<String> lines = flow.source().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (named.matcher(lines.get(i)).matches()) {
        return i + 1;
      }
    }
    return 1;
  }
}
