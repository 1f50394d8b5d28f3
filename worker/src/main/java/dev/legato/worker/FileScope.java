package dev.legato.worker;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Job;
import dev.legato.model.flow.FlowId;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which files an attempt may use.
 *
 * @param namespace of the flow
 * @param id of the attempt's execution
 * @param execution the folder of that execution
 * @param parent the folder of the execution that started it
 * @param own where the attempt's own files go
 */
record FileScope(
    String namespace, ExecutionId id, SafePath execution, Optional<SafePath> parent, SafePath own) {
  private static final String EXECUTIONS = "executions";

  static FileScope of(Job job) {
    SafePath taskRun =
        FileLayout.taskRun(job.flow(), job.execution(), job.step().id(), job.taskRunId());
    // an attempt that was given up may still write: it must not touch the files of the next one
    SafePath own = job.attempt() == 0 ? taskRun : taskRun.resolve("attempt-" + job.attempt());
    return new FileScope(
        job.flow().namespace(),
        job.execution(),
        FileLayout.execution(job.flow(), job.execution()),
        parent(job.variables().get("trigger")),
        own);
  }

  private static Optional<SafePath> parent(@Nullable Object trigger) {
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

  /** Whether the attempt may use the file. */
  boolean contains(SafePath file) {
    return file.isIn(execution) || parent.filter(file::isIn).isPresent() || isShared(file);
  }

  // what other flows of the namespace have stored, and the namespace's own files
  private boolean isShared(SafePath file) {
    SafePath shared = FileLayout.namespaceFiles(namespace);
    int depth = shared.names().size();
    boolean isInNamespace =
        file.names().size() > depth + 1
            && file.names().subList(0, depth - 1).equals(shared.names().subList(0, depth - 1));
    return file.isIn(shared) || (isInNamespace && file.names().get(depth).equals(EXECUTIONS));
  }

  /** Whether the other execution is a subflow of this one. */
  boolean hasStarted(ExecutionRecord other) {
    return other.caller() != null && other.caller().execution().equals(id);
  }

  /** Whose folder the file is in, if it is in one at all; to be checked. */
  static Optional<ExecutionId> owner(SafePath file) {
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
