package dev.legato.orchestrator.shard;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import java.util.Set;

/** Whoever runs attempts. Reports come back as commands, exactly one for each job. */
public interface Workers {
  /** Takes over a job; returns at once. */
  void run(Job job);

  /** Asks for an attempt to stop; its report still comes. Unknown attempts are ignored. */
  void kill(Job.Key job);

  /** Task runs of the execution that have an attempt which has not reported yet. */
  Set<Integer> running(ExecutionId execution);

  /** The working directory that tasks of a task run have shared is not needed any more. */
  default void release(ExecutionId execution, int taskRun) {}
}
