package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Suggestions;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads tasks that wait for each other. */
final class DagReader {
  private static final Mappings ENTRIES =
      new Mappings("An entry of a Dag", "Write '- task: ...' and 'dependsOn: [...]'.");

  private final Control control;
  private final Fields fields;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  DagReader(Control control) {
    this.control = control;
    this.fields = control.fields();
  }

  /**
   * One task of the group.
   *
   * @param origin where it was read
   * @param step empty when it is disabled or wrong
   * @param needs ids, as written
   */
  private record Entry(Fields origin, Optional<Step> step, List<String> needs) {}

  Optional<Step> read() {
    fields.require("tasks");
    if (fields.has("tasks") && fields.list("tasks").isEmpty()) {
      fields.error(
          ComplaintCode.MISSING_PROPERTY,
          "tasks",
          "'tasks' needs at least one task.",
          "Add an entry with a 'task'.");
    }
    ENTRIES.read(
        fields,
        "tasks",
        (node, path) -> fields.reading().admitsTask(node.mark(), path),
        this::entry);
    boolean sound = checkNames() && checkCycles();
    int concurrent = control.limit("concurrent", 0);
    var handlers = control.handlers();
    if (!sound) {
      return Optional.empty();
    }
    List<Step> steps = entries.values().stream().flatMap(entry -> entry.step().stream()).toList();
    return Optional.of(
        new Step.DagStep(
            control.header(), Branch.only(steps), handlers, dependencies(steps), concurrent));
  }

  private void entry(Fields entry) {
    if (entry.has("type") && !entry.has("task")) {
      entry.error(
          ComplaintCode.MISSING_PROPERTY,
          "task",
          "An entry of a Dag has its task under 'task'.",
          "Write '- task:' and the task below it; 'dependsOn' stays beside 'task'.");
      return;
    }
    entry.require("task");
    Fields task = entry.nested("task");
    List<String> needs = entry.texts("dependsOn");
    if (task != null) {
      Optional<Step> step = control.tasks().task(task, control.inside());
      entry.keep("task", task.document());
      String id = task.text("id");
      if (id != null) {
        entries.putIfAbsent(id, new Entry(entry, step, needs));
      }
    }
    entry.refuseUnknown("An entry of a Dag");
  }

  private boolean checkNames() {
    boolean sound = true;
    for (Entry entry : entries.values()) {
      for (String id : entry.needs()) {
        if (!entries.containsKey(id)) {
          sound = false;
          entry
              .origin()
              .error(
                  ComplaintCode.UNKNOWN_REFERENCE,
                  "dependsOn",
                  "There is no task '%s' in this Dag.".formatted(id),
                  Suggestions.closest(id, entries.keySet())
                      .map("Did you mean '%s'?"::formatted)
                      .orElse("A task can only depend on tasks of the same Dag."));
        }
      }
    }
    return sound;
  }

  /** Takes away tasks that need nothing that is left; what stays depends on itself. */
  private boolean checkCycles() {
    Set<String> left = new LinkedHashSet<>(entries.keySet());
    boolean progress = true;
    while (progress) {
      progress = left.removeIf(id -> needed(id).stream().noneMatch(left::contains));
    }
    if (left.isEmpty()) {
      return true;
    }
    String id = left.iterator().next();
    Set<String> seen = new LinkedHashSet<>();
    while (seen.add(id)) {
      id = needed(id).stream().filter(left::contains).findFirst().orElseThrow();
    }
    String first = id;
    List<String> cycle = seen.stream().dropWhile(seenId -> !seenId.equals(first)).toList();
    entry(first)
        .origin()
        .error(
            ComplaintCode.CYCLE,
            "dependsOn",
            "The tasks depend on each other in a circle: %s.".formatted(String.join(", ", cycle)),
            "Remove one of the dependencies.");
    return false;
  }

  private Entry entry(String id) {
    return Objects.requireNonNull(entries.get(id));
  }

  private List<String> needed(String id) {
    return entry(id).needs();
  }

  /** For each step the places of those that it waits for; disabled tasks hand on what they need. */
  private List<List<Integer>> dependencies(List<Step> steps) {
    List<String> ids = steps.stream().map(Step::id).toList();
    Map<String, Set<Integer>> resolved = new LinkedHashMap<>();
    return ids.stream().map(id -> List.copyOf(needs(id, ids, resolved))).toList();
  }

  private Set<Integer> needs(String id, List<String> ids, Map<String, Set<Integer>> resolved) {
    Set<Integer> known = resolved.get(id);
    if (known != null) {
      return known;
    }
    Set<Integer> places = new LinkedHashSet<>();
    for (String need : needed(id)) {
      int place = ids.indexOf(need);
      if (place >= 0) {
        places.add(place);
      } else {
        places.addAll(needs(need, ids, resolved));
      }
    }
    resolved.put(id, places);
    return places;
  }
}
