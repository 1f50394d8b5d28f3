package dev.legato.orchestrator.shard;

import dev.legato.engine.Evaluator;
import dev.legato.model.flow.OutputDefinition;
import java.util.List;
import java.util.Map;

/** Every template stands for itself. */
public class LiteralEvaluator implements Evaluator {
  @Override
  public String text(String template, Map<String, ?> variables) {
    return template;
  }

  @Override
  public Object value(String template, Map<String, ?> variables) {
    return template;
  }

  @Override
  public boolean mayWait(String template) {
    return false;
  }

  @Override
  public boolean mayWait(List<OutputDefinition> definitions) {
    return false;
  }

  @Override
  public Object json(String text) {
    return text;
  }

  @Override
  public String print(Object value) {
    return String.valueOf(value);
  }

  @Override
  public Map<String, Object> outputs(List<OutputDefinition> definitions, Map<String, ?> variables) {
    return Map.of();
  }
}
