package dev.legato.worker;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileReach;
import dev.legato.storage.file.SafePath;
import java.util.Optional;

/**
 * The files of an attempt.
 *
 * @param namespace of the flow
 * @param reach which files it may use
 * @param execution the folder of the attempt's execution
 * @param own where the attempt's own files go
 */
record FileScope(String namespace, FileReach reach, SafePath execution, SafePath own) {
  static FileScope of(Job job) {
    SafePath taskRun =
        FileLayout.taskRun(job.flow(), job.execution(), job.step().id(), job.taskRunId());
    // an attempt that was given up may still write: it must not touch the files of the next one
    SafePath own = job.attempt() == 0 ? taskRun : taskRun.resolve("attempt-" + job.attempt());
    return new FileScope(
        job.flow().namespace(),
        FileReach.of(job.flow(), Optional.of(job.execution()), job.variables().get("trigger")),
        FileLayout.execution(job.flow(), job.execution()),
        own);
  }

  /** Of a trigger: files of the execution that it is about to start. */
  static FileScope of(TriggerWork work) {
    ExecutionId upcoming = work.upcoming().get();
    SafePath execution = FileLayout.execution(work.flow(), upcoming);
    return new FileScope(
        work.flow().namespace(),
        FileReach.of(work.flow(), Optional.of(upcoming), null),
        execution,
        execution.resolve("trigger").resolve(work.trigger()));
  }
}
