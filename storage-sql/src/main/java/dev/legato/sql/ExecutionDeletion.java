package dev.legato.sql;

import dev.legato.model.execution.ExecutionId;
import java.sql.PreparedStatement;
import java.util.List;

/**
 * Deletes an execution and all that belongs to it. The execution itself goes last: when a crash
 * comes in between, it is still there to be deleted again.
 */
final class ExecutionDeletion {
  private static final List<String> BELONGINGS =
      List.of(
          """
          delete from log where position in (
            select position from log where execution_id = ? limit ?)
          """,
          SqlMetricStore.DELETE,
          """
          delete from task_run where (execution_id, sequence) in (
            select execution_id, sequence from task_run where execution_id = ? limit ?)
          """);

  // timers and labels go with it
  private static final String DELETE_EXECUTION = "delete from execution where id = ?";

  private ExecutionDeletion() {}

  /** False when there was none any more. */
  static boolean run(Writer writer, ExecutionId id) {
    for (String sql : BELONGINGS) {
      Deletion.inBatches(
          writer, sql, (statement, limit) -> Binder.of(statement).text(id.value()).number(limit));
    }
    return writer.call(
        connection -> {
          try (PreparedStatement delete = connection.prepareStatement(DELETE_EXECUTION)) {
            return Binder.of(delete).text(id.value()).execute() == 1;
          }
        });
  }
}
