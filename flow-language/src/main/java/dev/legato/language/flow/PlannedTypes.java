package dev.legato.language.flow;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Task types that flows of other versions use and that this version knows but does not run. */
final class PlannedTypes {
  private static final Set<String> NAMES =
      Stream.of(
              "flow.Dag",
              "flow.ForEachItem",
              "flow.Pause",
              "flow.Subflow",
              "flow.Flow",
              "flow.WaitFor",
              "flow.LoopUntil",
              "flow.Loop",
              "flow.Approval",
              "flow.WorkingDirectory",
              "flow.Worker",
              "flow.Template",
              "execution.Labels",
              "execution.Exit",
              "execution.SetVariables",
              "execution.UnsetVariables")
          .flatMap(PlannedTypes::spellings)
          .collect(Collectors.toUnmodifiableSet());

  private PlannedTypes() {}

  static boolean contains(String name) {
    return NAMES.contains(name);
  }

  private static Stream<String> spellings(String name) {
    String oldName = name.replace("flow.", "flows.").replace("execution.", "executions.");
    return Stream.of(
        "io.kestra.plugin.core." + name, "core." + name, "io.kestra.core.tasks." + oldName);
  }
}
