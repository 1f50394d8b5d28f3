package dev.legato.language.migration;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.yaml.YamlNode;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Moves the tasks of listeners into {@code afterExecution}. Only where nothing gets lost: in block
 * style, with no conditions other than on the state, and without comments between.
 */
final class ListenerMove {
  private static final String INDENT = "  ";

  private final List<String> lines;
  private final boolean endsWithBreak;
  private final List<String> moved = new ArrayList<>();
  private final List<Integer> taken = new ArrayList<>();

  private ListenerMove(String source) {
    this.lines = source.lines().toList();
    this.endsWithBreak = source.endsWith("\n");
  }

  /** The source with the tasks moved, or as it is. */
  static String apply(String source, YamlNode.Mapping flow) {
    YamlNode.Entry listeners = flow.entries().get("listeners");
    if (listeners == null
        || !(listeners.value() instanceof YamlNode.Sequence list)
        || list.elements().isEmpty()
        || listeners.key().mark().column() != 1
        || flow.get("afterExecution") != null
        || source.contains("\r")) {
      return source;
    }
    return new ListenerMove(source).move(listeners.key().mark().line() - 1, list).orElse(source);
  }

  private Optional<String> move(int first, YamlNode.Sequence listeners) {
    int end = first + 1;
    while (end < lines.size() && !beginsAtMargin(lines.get(end))) {
      end++;
    }
    for (YamlNode listener : listeners.elements()) {
      if (!(listener instanceof YamlNode.Mapping mapping) || !listener(mapping, end)) {
        return Optional.empty();
      }
    }
    for (int line = first + 1; line < end; line++) {
      if (!taken.contains(line) && lines.get(line).contains("#")) {
        return Optional.empty();
      }
    }
    List<String> result = new ArrayList<>(lines.subList(0, first));
    result.add("afterExecution:");
    result.addAll(moved);
    result.addAll(lines.subList(end, lines.size()));
    return Optional.of(String.join("\n", result) + (endsWithBreak ? "\n" : ""));
  }

  private static boolean beginsAtMargin(String line) {
    return !line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '-';
  }

  private boolean listener(YamlNode.Mapping listener, int end) {
    Optional<String> condition = condition(listener);
    if (condition.isEmpty()
        || !(listener.get("tasks") instanceof YamlNode.Sequence tasks)
        || listener.entries().keySet().stream()
            .anyMatch(name -> !List.of("conditions", "tasks").contains(name))) {
      return false;
    }
    return tasks.elements().stream()
        .allMatch(task -> task instanceof YamlNode.Mapping t && task(t, condition.get(), end));
  }

  /** The expression to run on; empty text for none, nothing when there is none that does it. */
  private static Optional<String> condition(YamlNode.Mapping listener) {
    YamlNode conditions = listener.get("conditions");
    if (conditions == null) {
      return Optional.of("");
    }
    List<String> expressions = new ArrayList<>();
    if (conditions instanceof YamlNode.Sequence list) {
      for (YamlNode condition : list.elements()) {
        Optional<String> expression =
            condition instanceof YamlNode.Mapping mapping ? states(mapping) : Optional.empty();
        if (expression.isEmpty()) {
          return Optional.empty();
        }
        expressions.add(expression.get());
      }
    }
    return Optional.of(String.join(" and ", expressions));
  }

  private static Optional<String> states(YamlNode.Mapping condition) {
    boolean onState =
        condition.get("type") instanceof YamlNode.Scalar type
            && BuiltInTypes.CONDITIONS
                .find(type.text())
                .map(TypeDescriptor::name)
                .filter(name -> name.endsWith(".ExecutionStatus"))
                .isPresent();
    if (!onState || condition.entries().size() != 2) {
      return Optional.empty();
    }
    if (condition.get("in") instanceof YamlNode.Sequence in) {
      return Optional.of("(" + states(in, " == ", " or ") + ")");
    }
    return condition.get("notIn") instanceof YamlNode.Sequence notIn
        ? Optional.of("(" + states(notIn, " != ", " and ") + ")")
        : Optional.empty();
  }

  private static String states(YamlNode.Sequence states, String comparison, String operator) {
    return states.elements().stream()
        .map(state -> state instanceof YamlNode.Scalar scalar ? scalar.text() : "")
        .map(state -> "execution.state" + comparison + "'" + state.toUpperCase(Locale.ROOT) + "'")
        .collect(Collectors.joining(operator));
  }

  private boolean task(YamlNode.Mapping task, String condition, int end) {
    int first = task.mark().line() - 1;
    int dash = lines.get(first).indexOf('-');
    boolean block =
        dash >= 0
            && lines.get(first).substring(0, dash).isBlank()
            && task.mark().column() - 1 > dash
            && !lines.get(first).substring(dash + 1).strip().startsWith("{");
    if (!block || task.get("runIf") != null || task.get("when") != null) {
      return false;
    }
    moveLine(first, dash);
    if (!condition.isEmpty()) {
      String indent = INDENT + " ".repeat(task.mark().column() - 1 - dash);
      moved.add(indent + "runIf: \"{{ " + condition + " }}\"");
    }
    int line = first + 1;
    while (line < end && (lines.get(line).isBlank() || indent(lines.get(line)) > dash)) {
      moveLine(line++, dash);
    }
    return true;
  }

  private void moveLine(int line, int dash) {
    String text = lines.get(line);
    taken.add(line);
    moved.add(text.isBlank() ? "" : INDENT + text.substring(dash));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
