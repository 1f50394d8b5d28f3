package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Suggestions;
import dev.legato.model.flow.InputDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what the inputs of a flow are to each other. */
final class InputGraph {
  private final List<InputDefinition> definitions;
  private final List<Fields> origins;
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  /**
   * @param origins where the definitions were read, in the same order
   */
  InputGraph(List<InputDefinition> definitions, List<Fields> origins) {
    this.definitions = definitions;
    this.origins = origins;
  }

  void check() {
    for (int i = 0; i < definitions.size(); i++) {
      checkUnique(i);
    }
    for (int i = 0; i < definitions.size(); i++) {
      checkPath(i);
      checkDependencies(i);
    }
    checkCycles();
  }

  private void checkUnique(int index) {
    String id = definitions.get(index).id();
    if (indexes.putIfAbsent(id, index) != null) {
      error(
          index,
          "id",
          ComplaintCode.DUPLICATE_ID,
          "The input id '%s' is used twice.".formatted(id),
          "Rename one of them.");
    }
  }

  private void checkPath(int index) {
    String id = definitions.get(index).id();
    for (int dot = id.indexOf('.'); dot > 0; dot = id.indexOf('.', dot + 1)) {
      String outer = id.substring(0, dot);
      if (indexes.containsKey(outer)) {
        error(
            index,
            "id",
            ComplaintCode.DUPLICATE_ID,
            "The input '%s' would be inside the value of the input '%s'.".formatted(id, outer),
            "Rename one of them: a dot in an id makes a value with parts.");
      }
    }
  }

  private void checkDependencies(int index) {
    InputDefinition definition = definitions.get(index);
    for (String dependency : definition.dependsOn()) {
      if (!indexes.containsKey(dependency)) {
        String hint =
            Suggestions.closest(dependency, indexes.keySet())
                .map("Did you mean '%s'?"::formatted)
                .orElse("Write the id of another input.");
        error(
            index,
            "dependsOn",
            ComplaintCode.UNKNOWN_REFERENCE,
            "The input '%s' depends on '%s', which is no input."
                .formatted(definition.id(), dependency),
            hint);
      }
    }
  }

  private void checkCycles() {
    Set<String> done = new HashSet<>();
    for (InputDefinition definition : definitions) {
      follow(definition.id(), new ArrayList<>(), done);
    }
  }

  /** The path is at most as long as there are inputs, of which there are few. */
  private void follow(String id, List<String> path, Set<String> done) {
    Integer index = indexes.get(id);
    if (index == null || done.contains(id)) {
      return;
    }
    int start = path.indexOf(id);
    if (start >= 0) {
      done.addAll(path);
      String cycle = String.join(" → ", path.subList(start, path.size())) + " → " + id;
      error(
          index,
          "dependsOn",
          ComplaintCode.CYCLE,
          "Inputs depend on each other: %s.".formatted(cycle),
          "Remove one of the dependencies.");
      return;
    }
    path.add(id);
    for (String dependency : definitions.get(index).dependsOn()) {
      follow(dependency, path, done);
    }
    path.removeLast();
    done.add(id);
  }

  private void error(int index, String property, ComplaintCode code, String message, String hint) {
    origins.get(index).error(code, property, message, hint);
  }
}
