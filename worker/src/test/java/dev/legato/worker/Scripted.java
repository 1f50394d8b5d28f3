package dev.legato.worker;

import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A task that does what the test says. */
@TaskType(value = "test.Scripted", title = "Does what the test says.")
public record Scripted(Object body) implements Task<Record> {
  /** What the task does. */
  @FunctionalInterface
  public interface Body {
    Record run(TaskContext context) throws TaskFailure, IOException, InterruptedException;
  }

  static Map<String, @Nullable Object> properties(Body body) {
    return Map.of("body", body);
  }

  @Override
  public Record run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    return ((Body) body).run(context);
  }
}
