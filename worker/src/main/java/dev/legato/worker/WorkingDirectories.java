package dev.legato.worker;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each attempt its folder: one of its own, or the one that it shares with others. */
final class WorkingDirectories {
  private static final Logger log = LoggerFactory.getLogger(WorkingDirectories.class);

  private final Path parent;
  private final Map<Shared, WorkingDirectory> shared = new ConcurrentHashMap<>();

  /** The task run whose children share a folder. */
  private record Shared(ExecutionId execution, int taskRun) {}

  /**
   * @param parent where folders are made
   */
  WorkingDirectories(Path parent) {
    this.parent = parent;
  }

  WorkingDirectory of(Job job) {
    Integer sharing = job.directory();
    return sharing == null
        ? new WorkingDirectory(parent)
        : shared.computeIfAbsent(
            new Shared(job.execution(), sharing), _ -> new WorkingDirectory(parent));
  }

  /** Removes a folder that was shared, if there is one. */
  void release(ExecutionId execution, int taskRun) {
    WorkingDirectory directory = shared.remove(new Shared(execution, taskRun));
    if (directory == null) {
      return;
    }
    try {
      directory.remove();
    } catch (IOException e) {
      log.atWarn()
          .addKeyValue("execution", execution)
          .setCause(e)
          .log("shared working directory could not be removed");
    }
  }
}
