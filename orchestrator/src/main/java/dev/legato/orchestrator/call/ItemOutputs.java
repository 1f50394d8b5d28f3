package dev.legato.orchestrator.call;

import dev.legato.language.expression.ExpressionException;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a call leaves what its executions give: {@code <base>/<iteration>/outputs.ion}, for those
 * that give something.
 */
final class ItemOutputs {
  private final CallPorts ports;
  private final SafePath base;

  ItemOutputs(CallPorts ports, Call call) {
    this.ports = ports;
    this.base =
        FileLayout.taskRun(call.flow(), call.key().execution(), call.step().id(), call.taskRunId());
  }

  String baseUri() {
    return base.uri();
  }

  void write(int iteration, ExecutionRecord ended) throws CallFailure {
    if (ended.outputs() == null || ended.outputs().isEmpty()) {
      return;
    }
    try {
      String text =
          ports
              .expressions()
              .renderText("{{ outputs | toJson }}", Map.of("outputs", ended.outputs()));
      ports
          .files()
          .put(
              base.resolve(String.valueOf(iteration), "outputs.ion"),
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (ExpressionException e) {
      throw new CallFailure(
          "The outputs of execution '%s' cannot be kept: %s".formatted(ended.id(), e.getMessage()),
          e);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Expected text in memory to be readable", impossible);
    }
  }
}
