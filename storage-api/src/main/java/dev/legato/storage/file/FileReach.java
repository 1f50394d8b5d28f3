package dev.legato.storage.file;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.FlowId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which files of internal storage the tasks and the expressions of an execution may use: those of
 * its namespace, which are the ones that flows share and the ones that executions of its flows have
 * stored; those of the execution that handed over to it; and those of the subflows that it has
 * started, whatever their namespace.
 *
 * @param flow that is executed
 * @param execution absent outside of executions
 * @param trigger the folder of the execution that handed over to it
 */
public record FileReach(FlowId flow, Optional<ExecutionId> execution, Optional<SafePath> trigger) {
  private static final String EXECUTIONS = "executions";

  /**
   * The reach of an execution.
   *
   * @param trigger the variable of that name
   */
  public static FileReach of(
      FlowId flow, Optional<ExecutionId> execution, @Nullable Object trigger) {
    return new FileReach(flow, execution, folder(trigger));
  }

  private static Optional<SafePath> folder(@Nullable Object trigger) {
    if (trigger instanceof Map<?, ?> variables
        && variables.get("namespace") instanceof String namespace
        && variables.get("flowId") instanceof String flow
        && variables.get("executionId") instanceof String execution) {
      try {
        return Optional.of(
            FileLayout.execution(new FlowId(namespace, flow), new ExecutionId(execution)));
      } catch (UnsafePathException _) {
        return Optional.empty(); // somebody else's variables of the same names
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the file may be used.
   *
   * @param executions finds executions, asked when only a subflow could have stored the file
   */
  public boolean contains(
      SafePath file, Function<ExecutionId, Optional<ExecutionRecord>> executions) {
    return isOfNamespace(file)
        || trigger.filter(file::isIn).isPresent()
        || owner(file)
            .flatMap(executions)
            .filter(this::hasStarted)
            .filter(started -> file.isIn(FileLayout.execution(started.flow(), started.id())))
            .isPresent();
  }

  private boolean isOfNamespace(SafePath file) {
    SafePath shared = FileLayout.namespaceFiles(flow.namespace());
    List<String> namespace = shared.names().subList(0, shared.names().size() - 1);
    int depth = namespace.size();
    List<String> names = file.names();
    // a flow of a namespace below can be called "executions", too
    boolean isOfFlow =
        names.size() > depth + 2
            && names.subList(0, depth).equals(namespace)
            && names.get(depth + 1).equals(EXECUTIONS)
            && !names.get(depth + 2).equals(EXECUTIONS);
    return file.isIn(shared) || isOfFlow;
  }

  private boolean hasStarted(ExecutionRecord other) {
    return other.caller() != null
        && execution.filter(other.caller().execution()::equals).isPresent();
  }

  /** Whose folder the file is in, if it is in one at all; to be checked. */
  private static Optional<ExecutionId> owner(SafePath file) {
    List<String> names = file.names();
    for (int at = 0; at + 1 < names.size(); at++) {
      // a flow, too, can be called "executions"
      if (names.get(at).equals(EXECUTIONS) && !names.get(at + 1).equals(EXECUTIONS)) {
        return Optional.of(new ExecutionId(names.get(at + 1)));
      }
    }
    return Optional.empty();
  }
}
