package dev.legato.language.flow;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a listener. */
final class ListenerConditions {
  private final Fields listener;

  ListenerConditions(Fields listener) {
    this.listener = listener;
  }

  /** Empty when the listener has no conditions, or something is wrong with the flow. */
  List<Condition> read() {
    List<Condition> conditions = new ArrayList<>();
    int index = 0;
    for (YamlNode node : listener.list("conditions")) {
      String path = listener.path("conditions") + "[" + index++ + "]";
      Object document = new ConditionReader(listener.reading()).read(node, path);
      refuseMultiple(node, path);
      if (document instanceof Map<?, ?> map && !listener.reading().complaints().hasErrors()) {
        ConditionDefinitions.of(new DocumentValues(named(map))).ifPresent(conditions::add);
      }
    }
    return List.copyOf(conditions);
  }

  /** A listener hears of one execution only. */
  private void refuseMultiple(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return;
    }
    Fields fields = new Fields(mapping, path, listener.reading());
    String type = fields.text("type");
    boolean multiple =
        type != null
            && BuiltInTypes.CONDITIONS
                .find(type)
                .filter(found -> found.name().endsWith(".MultipleCondition"))
                .isPresent();
    if (multiple) {
      fields.error(
          ComplaintCode.NOT_SUPPORTED,
          "type",
          "A listener cannot have a condition of type '%s', which asks about several executions."
              .formatted(type),
          "Use a trigger of type 'io.kestra.plugin.core.trigger.Flow' in a flow of its own.");
      return;
    }
    int index = 0;
    if (mapping.get("conditions") instanceof YamlNode.Sequence) {
      for (YamlNode inner : fields.list("conditions")) {
        refuseMultiple(inner, fields.path("conditions") + "[" + index++ + "]");
      }
    }
  }

  private static Map<String, @Nullable Object> named(Map<?, ?> map) {
    var named = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }
}
