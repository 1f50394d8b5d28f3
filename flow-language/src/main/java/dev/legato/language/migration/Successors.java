package dev.legato.language.migration;

import dev.legato.language.builtin.FormerDefaults;
import dev.legato.language.yaml.YamlNode;
import dev.legato.plugin.type.TypeCatalog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces task types by the ones that came after them, where the flow does the same afterwards:
 * properties get the successor's names, and what was a default before is written out.
 */
final class Successors {
  private static final String CORE = "io.kestra.plugin.core.";
  private static final String OLD_FLOWS = "io.kestra.core.tasks.flows.";
  private static final Pattern WITH_RULES = Pattern.compile("[\\[\\](){}*+?|\\\\^$.]");

  private final SourceEdits edits;
  private final TypeCatalog plugins;
  private final DefaultsInForce defaults;

  Successors(SourceEdits edits, TypeCatalog plugins, DefaultsInForce defaults) {
    this.edits = edits;
    this.plugins = plugins;
    this.defaults = defaults;
  }

  void apply(YamlNode.Mapping task, YamlNode.Scalar type) {
    switch (type.text()) {
      case CORE + "debug.Echo", "core.debug.Echo", "io.kestra.core.tasks.debugs.Echo" ->
          echo(task, type);
      case CORE + "flow.EachSequential", "core.flow.EachSequential", OLD_FLOWS + "EachSequential" ->
          eachSequential(task, type);
      case CORE + "flow.EachParallel", "core.flow.EachParallel", OLD_FLOWS + "EachParallel" ->
          eachParallel(task, type);
      case CORE + "flow.WaitFor", "core.flow.WaitFor" -> waitFor(task, type);
      case FormerDefaults.FLOW -> subflow(task, type);
      default -> {}
    }
  }

  /** Whether it did. */
  private boolean becomes(
      YamlNode.Mapping task, YamlNode.Scalar type, String successor, Map<String, String> names) {
    if (!defaults.areSame(type.text(), CORE + successor)) {
      return false;
    }
    edits.rename(type, CORE + successor);
    names.forEach(
        (before, after) -> {
          YamlNode.Entry entry = task.entries().get(before);
          if (entry != null) {
            edits.rename(entry.key(), after);
          }
        });
    return true;
  }

  private void echo(YamlNode.Mapping task, YamlNode.Scalar type) {
    if (plugins.canonicalName(CORE + "log.Log").isPresent()) {
      becomes(task, type, "log.Log", Map.of("format", "message"));
    }
  }

  private void eachSequential(YamlNode.Mapping task, YamlNode.Scalar type) {
    becomes(task, type, "flow.ForEach", Map.of("value", "values"));
  }

  /**
   * Tasks of one value run side by side there and one after the other here: with one it is even.
   */
  private void eachParallel(YamlNode.Mapping task, YamlNode.Scalar type) {
    boolean single =
        task.get("tasks") instanceof YamlNode.Sequence tasks && tasks.elements().size() == 1;
    if (!single) {
      return;
    }
    boolean renamed =
        becomes(
            task,
            type,
            "flow.ForEach",
            Map.of("value", "values", "concurrent", "concurrencyLimit"));
    if (renamed && task.get("concurrent") == null) {
      edits.add(task, entry(task, "type"), Map.of("concurrencyLimit", "0"));
    }
  }

  private void waitFor(YamlNode.Mapping task, YamlNode.Scalar type) {
    if (!becomes(task, type, "flow.LoopUntil", Map.of())) {
      return;
    }
    Map<String, String> limits = new LinkedHashMap<>();
    limits.put("maxIterations", String.valueOf(FormerDefaults.OF_WAIT_FOR.maxIterations()));
    limits.put("maxDuration", String.valueOf(FormerDefaults.OF_WAIT_FOR.maxDuration()));
    limits.put("interval", FormerDefaults.OF_WAIT_FOR.interval().toString());
    if (task.get("checkFrequency") instanceof YamlNode.Mapping written
        && !written.entries().isEmpty()) {
      limits.keySet().removeIf(name -> written.get(name) != null);
      edits.add(written, written.entries().values().iterator().next(), limits);
    } else {
      edits.add(
          task,
          entry(task, "type"),
          Map.of(
              "checkFrequency",
              limits.entrySet().stream()
                  .map(limit -> limit.getKey() + ": " + limit.getValue())
                  .toList()
                  .toString()
                  .replace('[', '{')
                  .replace(']', '}')));
    }
  }

  private void subflow(YamlNode.Mapping task, YamlNode.Scalar type) {
    if (!becomes(task, type, "flow.Subflow", Map.of())) {
      return;
    }
    Map<String, String> defaults = new LinkedHashMap<>();
    for (String name : FormerDefaults.OFF_FOR_FLOW) {
      if (task.get(name) == null) {
        defaults.put(name, "false");
      }
    }
    edits.add(task, entry(task, "type"), defaults);
  }

  private static YamlNode.Entry entry(YamlNode.Mapping mapping, String name) {
    YamlNode.Entry entry = mapping.entries().get(name);
    if (entry == null) {
      throw new IllegalStateException("Expected a mapping with '%s'".formatted(name));
    }
    return entry;
  }

  /** Whether no element can be read as a regular expression that fits other texts than itself. */
  static boolean arePlainTexts(@Nullable YamlNode values) {
    return values instanceof YamlNode.Sequence list
        && list.elements().stream()
            .allMatch(
                element ->
                    element instanceof YamlNode.Scalar scalar
                        && !WITH_RULES.matcher(scalar.text()).find());
  }
}
