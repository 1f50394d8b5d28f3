package dev.legato.language.flow;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.builtin.CommonProperties;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Mark;
import dev.legato.language.yaml.YamlLimits;
import dev.legato.language.yaml.YamlNode;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Property values that a flow sets for all its tasks and triggers of a type. */
final class PluginDefaults {
  private static final List<String> APPLIED_TO =
      List.of("tasks", "errors", "finally", "afterExecution", "listeners", "triggers");
  private final Reading reading;
  private final List<Entry> entries = new ArrayList<>();
  private int added;

  private PluginDefaults(Reading reading) {
    this.reading = reading;
  }

  /** One entry: for tasks of the type, or of types that begin with it. */
  private record Entry(
      String type, boolean prefix, boolean forced, YamlNode.Mapping values, int size) {}

  /**
   * @param global those of the server
   */
  static PluginDefaults read(Fields flow, List<PluginDefault> global) {
    PluginDefaults defaults = new PluginDefaults(flow.reading());
    String name = flow.renamed("pluginDefaults", "taskDefaults");
    int index = 0;
    for (YamlNode node : flow.list(name)) {
      String path = name + "[" + index++ + "]";
      if (node instanceof YamlNode.Mapping mapping) {
        defaults.entry(new Fields(mapping, path, flow.reading()));
      } else {
        flow.reading()
            .error(
                ComplaintCode.WRONG_TYPE,
                node.mark(),
                path,
                "An entry must be a mapping with 'type' and 'values', but is %s."
                    .formatted(node.kind()),
                null);
      }
    }
    for (PluginDefault entry : global) {
      YamlNode.Mapping values = (YamlNode.Mapping) YamlNode.of(entry.values(), Mark.START);
      defaults.add(entry.type(), entry.forced(), values);
    }
    return defaults;
  }

  private void entry(Fields fields) {
    String type = fields.requiredText("type");
    boolean forced = fields.flag("forced", false);
    fields.require("values");
    Fields values = fields.nested("values");
    fields.refuseUnknown("An entry of the plugin defaults");
    if (type == null || values == null) {
      return;
    }
    Optional<TypeDescriptor> descriptor = descriptor(type);
    for (String name : values.names()) {
      checkValue(values, name, descriptor);
    }
    add(type, forced, values.mapping());
  }

  private void add(String type, boolean forced, YamlNode.Mapping values) {
    boolean prefix = descriptor(type).isEmpty();
    entries.add(new Entry(type, prefix, forced, values, size(values)));
  }

  /** Of a task, trigger or condition. */
  private Optional<TypeDescriptor> descriptor(String type) {
    return BuiltInTypes.all().stream()
        .flatMap(family -> family.find(type).stream())
        .findFirst()
        .or(() -> reading.types().find(type))
        .or(() -> reading.types().triggers().find(type));
  }

  private static void checkValue(Fields values, String name, Optional<TypeDescriptor> descriptor) {
    if (!values.has(name)) {
      values.error(
          ComplaintCode.MISSING_PROPERTY,
          name,
          "The default '%s' has no value.".formatted(name),
          "Add a value, or remove it.");
    }
    boolean known =
        descriptor.isEmpty() || isCommon(name) || descriptor.get().property(name).isPresent();
    if (!known) {
      values.error(
          ComplaintCode.UNKNOWN_PROPERTY,
          name,
          "Type '%s' has no property '%s'.".formatted(descriptor.get().name(), name),
          "Correct the name, or remove it.");
    }
  }

  /** Of all tasks or of all triggers. */
  private static boolean isCommon(String name) {
    return Stream.concat(
            CommonProperties.OF_A_TASK.stream(), CommonProperties.OF_A_TRIGGER.stream())
        .anyMatch(property -> property.name().equals(name) || property.aliases().contains(name));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The flow with the defaults written into its tasks and triggers. */
  YamlNode.Mapping apply(YamlNode.Mapping flow) {
    YamlNode.Mapping applied = flow;
    for (String name : APPLIED_TO) {
      YamlNode.Entry entry = flow.entries().get(name);
      if (entry != null) {
        applied = applied.with(name, new YamlNode.Entry(entry.key(), apply(entry.value())));
      }
    }
    return applied;
  }

  private YamlNode apply(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar;
      case YamlNode.Sequence sequence ->
          new YamlNode.Sequence(
              sequence.mark(), sequence.elements().stream().map(this::apply).toList());
      case YamlNode.Mapping mapping -> typed(inside(mapping));
    };
  }

  /** Values that come from defaults are not looked into again. */
  private YamlNode.Mapping inside(YamlNode.Mapping mapping) {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((name, e) -> entries.put(name, new YamlNode.Entry(e.key(), apply(e.value()))));
    return new YamlNode.Mapping(mapping.mark(), entries);
  }

  private YamlNode.Mapping typed(YamlNode.Mapping mapping) {
    if (!(mapping.get("type") instanceof YamlNode.Scalar type)) {
      return mapping;
    }
    YamlNode result = mapping;
    for (Entry entry : entries) {
      if (!entry.forced() && fits(entry, type.text()) && admits(entry, mapping)) {
        result = merge(entry.values(), result, mapping.mark());
      }
    }
    for (Entry entry : entries.reversed()) {
      if (entry.forced() && fits(entry, type.text()) && admits(entry, mapping)) {
        result = merge(result, entry.values(), mapping.mark());
      }
    }
    return (YamlNode.Mapping) result;
  }

  private boolean fits(Entry entry, String type) {
    if (entry.prefix()) {
      return type.startsWith(entry.type());
    }
    return type.equals(entry.type()) || type.equals(canonical(entry.type()));
  }

  private String canonical(String type) {
    return descriptor(type).map(TypeDescriptor::name).orElse(type);
  }

  /** Defaults multiply what the author wrote: bounded like aliases. */
  private boolean admits(Entry entry, YamlNode.Mapping target) {
    int limit = YamlLimits.DEFAULTS.nodes();
    if (added <= limit && added + entry.size() > limit) {
      reading.error(
          ComplaintCode.YAML_LIMIT,
          target.mark(),
          "",
          "With plugin defaults applied the flow has more than %d nodes.".formatted(limit),
          "Make the defaults smaller.");
    }
    added = Math.min(limit + 1, added + entry.size());
    return added <= limit;
  }

  /** Mappings are merged, lists joined; of other values the second wins. */
  private static YamlNode merge(YamlNode first, YamlNode second, Mark mark) {
    if (second instanceof YamlNode.Scalar scalar && scalar.isNull()) {
      return first;
    }
    if (first instanceof YamlNode.Mapping a && second instanceof YamlNode.Mapping b) {
      Map<String, YamlNode.Entry> merged = new LinkedHashMap<>(a.entries());
      b.entries()
          .forEach(
              (name, entry) ->
                  merged.merge(
                      name,
                      entry,
                      (x, y) -> new YamlNode.Entry(x.key(), merge(x.value(), y.value(), mark))));
      return new YamlNode.Mapping(mark, merged);
    }
    if (first instanceof YamlNode.Sequence a && second instanceof YamlNode.Sequence b) {
      List<YamlNode> joined = new ArrayList<>(a.elements());
      joined.addAll(b.elements());
      return new YamlNode.Sequence(mark, joined);
    }
    return second;
  }

  private static int size(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar _ -> 1;
      case YamlNode.Sequence sequence ->
          1 + sequence.elements().stream().mapToInt(PluginDefaults::size).sum();
      case YamlNode.Mapping mapping ->
          1 + mapping.entries().values().stream().mapToInt(e -> size(e.value())).sum();
    };
  }
}
