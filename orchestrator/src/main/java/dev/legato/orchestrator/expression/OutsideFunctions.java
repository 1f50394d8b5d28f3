package dev.legato.orchestrator.expression;

import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.storage.KeyValueStore;
import dev.legato.storage.LogStore;
import dev.legato.storage.file.FileStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes the functions that reach outside. */
public final class OutsideFunctions {
  private OutsideFunctions() {}

  /**
   * What the functions work with.
   *
   * @param executions finds an execution, to know who has started it
   */
  public record Outside(
      FileStore files,
      KeyValueStore keyValues,
      LogStore logs,
      Function<ExecutionId, Optional<ExecutionRecord>> executions,
      SecretSource secrets,
      HttpCaller http) {}

  /** All of them. */
  public static List<ExpressionFunction> all(Outside outside) {
    return Stream.of(
            new FileFunctions(outside.files(), new FileAccess(outside.executions())).all(),
            List.of(
                new SecretFunction(outside.secrets()).function(),
                new KeyValueFunction(outside.keyValues()).function(),
                new ErrorLogsFunction(outside.logs()).function(),
                new HttpFunction(outside.http()).function(),
                RandomPort.function()))
        .flatMap(List::stream)
        .toList();
  }
}
