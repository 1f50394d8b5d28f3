package dev.legato.language.flow;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Suggestions;
import dev.legato.language.yaml.YamlNode;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one condition of a trigger or listener. */
final class ConditionReader {
  private final Reading reading;

  ConditionReader(Reading reading) {
    this.reading = reading;
  }

  /** The condition as JSON values. */
  @Nullable Object read(YamlNode node, String path) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      reading.error(
          ComplaintCode.WRONG_TYPE,
          node.mark(),
          path,
          "A condition must be a mapping, but is %s.".formatted(node.kind()),
          "Write 'type: ...' on a line of its own.");
      return reading.values().json(node, path);
    }
    Fields fields = new Fields(mapping, path, reading);
    String name = fields.requiredText("type");
    if (name != null) {
      BuiltInTypes.CONDITIONS
          .find(name)
          .ifPresentOrElse(type -> known(fields, type, name), () -> unknown(fields, name));
    }
    return fields.document();
  }

  private void known(Fields fields, TypeDescriptor type, String name) {
    TypeNotes.of(type, fields, name);
    new PropertyValues(reading).read(fields, type.properties());
    switch (type.name().substring(type.name().lastIndexOf('.') + 1)) {
      case "DateTimeBetween" -> bounds(fields);
      case "TimeBetween" -> {
        bounds(fields);
        TimeRules.checkTime(fields, "after");
        TimeRules.checkTime(fields, "before");
      }
      case "MultipleCondition" -> TimeRules.checkWindow(fields.nested("timeWindow"));
      default -> {}
    }
    fields.refuseUnknown("Condition type '%s'".formatted(name));
  }

  private static void bounds(Fields fields) {
    if (!fields.has("after") && !fields.has("before")) {
      fields.warn(
          ComplaintCode.MISSING_PROPERTY,
          "type",
          "The condition has neither 'after' nor 'before', so it fails whenever it is asked.",
          "Add one of them.");
    }
  }

  private static void unknown(Fields fields, String name) {
    Optional<String> closest = Suggestions.closestType(name, BuiltInTypes.CONDITIONS.names());
    fields.error(
        ComplaintCode.UNKNOWN_TYPE,
        "type",
        "There is no condition type '%s'.".formatted(name),
        closest.map("Did you mean '%s'?"::formatted).orElse("Check the spelling."));
  }
}
