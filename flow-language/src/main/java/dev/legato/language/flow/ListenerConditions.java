package dev.legato.language.flow;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.FlowId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one template of the conditions of a listener. Conditions on flows are decided at once: a
 * listener only hears of its own flow.
 */
final class ListenerConditions {
  private final Fields listener;

  ListenerConditions(Fields listener) {
    this.listener = listener;
  }

  /** Empty when the listener has no conditions. */
  Optional<String> read() {
    List<String> expressions = new ArrayList<>();
    int index = 0;
    for (YamlNode node : listener.list("conditions")) {
      String path = listener.path("conditions") + "[" + index++ + "]";
      new ConditionReader(listener.reading()).read(node, path);
      expressions.add(expression(node, path));
    }
    return expressions.isEmpty()
        ? Optional.empty()
        : Optional.of("{{ " + joined(expressions, " and ") + " }}");
  }

  private String expression(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return "true";
    }
    Fields fields = new Fields(mapping, path, listener.reading());
    String written = fields.text("type");
    String type =
        written == null
            ? ""
            : BuiltInTypes.CONDITIONS
                .find(written)
                .map(found -> found.name().substring(found.name().lastIndexOf('.') + 1))
                .orElse("");
    return switch (type) {
      case "" -> "true"; // complained of before
      case "ExecutionStatus" -> states(fields);
      case "ExecutionFlow", "FlowCondition" -> Boolean.toString(isOwnFlow(fields));
      case "ExecutionNamespace", "FlowNamespaceCondition" ->
          Boolean.toString(isOwnNamespace(fields));
      case "ExecutionLabels" -> labels(fields);
      case "Expression" -> print(fields);
      case "Not" -> "not (" + joined(nested(fields), " or ") + ")";
      case "Or" -> "(" + joined(nested(fields), " or ") + ")";
      default -> {
        fields.error(
            ComplaintCode.NOT_SUPPORTED,
            "type",
            "A listener cannot have a condition of type '%s'.".formatted(written),
            "Put its tasks into 'afterExecution', and give them 'runIf'.");
        yield "true";
      }
    };
  }

  private List<String> nested(Fields fields) {
    List<String> expressions = new ArrayList<>();
    for (YamlNode node : fields.list("conditions")) {
      expressions.add(expression(node, fields.path("conditions") + "[" + expressions.size() + "]"));
    }
    return expressions.isEmpty() ? List.of("false") : expressions;
  }

  private static String states(Fields fields) {
    List<String> conditions = new ArrayList<>();
    if (fields.has("in")) {
      conditions.add("(" + isState(fields.texts("in")) + ")");
    }
    if (fields.has("notIn")) {
      conditions.add("not (" + isState(fields.texts("notIn")) + ")");
    }
    return conditions.isEmpty() ? "true" : joined(conditions, " and ");
  }

  private static String isState(List<String> states) {
    return states.isEmpty()
        ? "false"
        : states.stream()
            .map(state -> "execution.state == '%s'".formatted(state.toUpperCase(Locale.ROOT)))
            .collect(Collectors.joining(" or "));
  }

  private boolean isOwnFlow(Fields fields) {
    Optional<FlowId> own = listener.reading().flow();
    return own.isPresent()
        && own.get().namespace().equals(fields.text("namespace"))
        && own.get().id().equals(fields.text("flowId"));
  }

  private boolean isOwnNamespace(Fields fields) {
    String own = listener.reading().flow().map(FlowId::namespace).orElse("");
    String wanted = fields.text("namespace");
    if (wanted == null) {
      return false;
    }
    String comparison = fields.text("comparison");
    boolean prefix = fields.flag("prefix", false);
    return switch (comparison == null ? "" : comparison.toUpperCase(Locale.ROOT)) {
      case "EQUALS" -> own.equals(wanted);
      case "PREFIX" -> own.startsWith(wanted);
      case "SUFFIX" -> own.endsWith(wanted);
      default -> prefix ? own.startsWith(wanted) : own.equals(wanted);
    };
  }

  private static String labels(Fields fields) {
    List<String> conditions =
        LabelReader.read(fields, "labels", false).stream()
            .map(
                label ->
                    "(labels[%s] | default('')) == %s"
                        .formatted(quoted(label.key()), quoted(label.value())))
            .toList();
    return conditions.isEmpty() ? "true" : joined(conditions, " and ");
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** What a template of a single expression prints. */
  private static String print(Fields fields) {
    String template = fields.text("expression");
    String inner = template == null ? null : inner(template.strip());
    if (inner == null) {
      fields.error(
          ComplaintCode.NOT_SUPPORTED,
          "expression",
          "In a listener the expression must be a single '{{ ... }}'.",
          "Put the tasks into 'afterExecution', and give them 'runIf'.");
      return "true";
    }
    return "(" + inner + ")";
  }

  private static @Nullable String inner(String template) {
    boolean single =
        template.startsWith("{{")
            && template.endsWith("}}")
            && template.indexOf("{{", 2) < 0
            && template.indexOf("}}") == template.length() - 2;
    return single ? template.substring(2, template.length() - 2).strip() : null;
  }

  private static String joined(List<String> expressions, String operator) {
    return String.join(operator, expressions);
  }
}
