package dev.legato.language.builtin;

import dev.legato.plugin.type.TypeDescriptor;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The task types that steer a flow. The engine runs them itself; no plugin provides them. */
public enum ControlTask {
  SEQUENTIAL(GroupTables.sequential()),
  PARALLEL(GroupTables.parallel()),
  DAG(GroupTables.dag()),
  IF(GroupTables.choice()),
  SWITCH(GroupTables.selection()),
  FOR_EACH(LoopTables.forEach()),
  LOOP(LoopTables.loop()),
  LOOP_UNTIL(LoopTables.loopUntil()),
  FOR_EACH_ITEM(LoopTables.forEachItem()),
  SUBFLOW(ExecutionTables.subflow()),
  PAUSE(ExecutionTables.pause()),
  APPROVAL(ApprovalTable.approval()),
  WORKING_DIRECTORY(GroupTables.workingDirectory()),
  ALLOW_FAILURE(GroupTables.allowFailure()),
  LABELS(ExecutionTables.labels()),
  SET_VARIABLES(ExecutionTables.setVariables()),
  UNSET_VARIABLES(ExecutionTables.unsetVariables()),
  EXIT(ExecutionTables.exit()),
  EACH_SEQUENTIAL(LoopTables.eachSequential()),
  EACH_PARALLEL(LoopTables.eachParallel()),
  TEMPLATE(GroupTables.template());

  private static final Map<String, ControlTask> BY_NAME =
      Stream.of(values())
          .collect(Collectors.toMap(ControlTask::canonicalName, Function.identity()));

  @SuppressWarnings("ImmutableEnumChecker") // a record of records and unmodifiable lists
  private final TypeDescriptor descriptor;

  ControlTask(TypeTable table) {
    this.descriptor = table.descriptor();
  }

  /** The task with this type name, in any of its spellings. */
  public static Optional<ControlTask> find(String spelling) {
    return BuiltInTypes.TASKS.find(spelling).map(type -> BY_NAME.get(type.name()));
  }

  /** Its own properties; those of every task are {@link CommonProperties#OF_A_TASK}. */
  public TypeDescriptor descriptor() {
    return descriptor;
  }

  public String canonicalName() {
    return descriptor.name();
  }
}
