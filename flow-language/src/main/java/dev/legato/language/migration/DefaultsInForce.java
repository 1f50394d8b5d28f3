package dev.legato.language.migration;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.yaml.YamlNode;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which plugin defaults of a flow a type gets, so that no new name changes what a task does. */
final class DefaultsInForce {
  private final TypeCatalog plugins;
  private final List<String> entries = new ArrayList<>();

  DefaultsInForce(YamlNode.Mapping flow, TypeCatalog plugins) {
    this.plugins = plugins;
    for (String name : List.of("pluginDefaults", "taskDefaults")) {
      if (flow.get(name) instanceof YamlNode.Sequence list) {
        for (YamlNode entry : list.elements()) {
          if (entry instanceof YamlNode.Mapping mapping
              && mapping.get("type") instanceof YamlNode.Scalar type) {
            entries.add(type.text());
          }
        }
      }
    }
  }

  /** Whether a task gets the same defaults under both names, the entries being renamed, too. */
  boolean areSame(String before, String after) {
    return entries.stream().allMatch(entry -> fits(entry, before) == fits(current(entry), after));
  }

  private boolean fits(String entry, String type) {
    return find(entry).isEmpty()
        ? type.startsWith(entry)
        : type.equals(entry) || type.equals(current(entry));
  }

  private String current(String name) {
    return find(name).map(TypeDescriptor::name).orElse(name);
  }

  private Optional<TypeDescriptor> find(String name) {
    return BuiltInTypes.all().stream()
        .flatMap(family -> family.find(name).stream())
        .findFirst()
        .or(() -> plugins.find(name))
        .or(() -> plugins.triggers().find(name));
  }
}
