package dev.legato.testkit.simulation;

import dev.legato.engine.EvaluationFailure;
import dev.legato.engine.Evaluator;
import dev.legato.model.flow.OutputDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A handful of words instead of a language. */
final class FakeEvaluator implements Evaluator {
  static final String YES = "true";
  static final String NO = "false";

  /** Whether the task run's loop value stands at an even place; outside loops it does. */
  static final String EVEN = "{{ even }}";

  /** The task run's loop value; {@code none} outside loops. */
  static final String VALUE = "{{ value }}";

  /** True, but somebody has to be asked. */
  static final String LATER = "{{ later }}";

  /** Has no value. */
  static final String BROKEN = "{{ broken }}";

  private static final String LIST = "list ";
  private static final String ROUNDS = "rounds ";

  /** True once a loop outside of all other loops has had this many rounds. */
  static String rounds(String loop, int count) {
    return ROUNDS + count + " " + loop;
  }

  /** How many rounds a condition asks for; 0 when it does not. */
  static int roundsAskedFor(String condition) {
    return condition.startsWith(ROUNDS) ? Integer.parseInt(condition.split(" ")[1]) : 0;
  }

  /** A template for a list of this many values. */
  static String list(int size) {
    return LIST + size;
  }

  @Override
  public String text(String template, Map<String, ?> variables) throws EvaluationFailure {
    if (template.startsWith(ROUNDS)) {
      return String.valueOf(hasHadRounds(template.split(" "), variables));
    }
    return switch (template) {
      case EVEN -> String.valueOf(isEven(taskRun(variables).get("iteration")));
      case VALUE -> taskRun(variables).getOrDefault("value", "none").toString();
      case LATER -> YES;
      case BROKEN -> throw new EvaluationFailure("it is broken");
      default -> template;
    };
  }

  private static boolean hasHadRounds(String[] words, Map<String, ?> variables) {
    return variables.get("outputs") instanceof Map<?, ?> outputs
        && outputs.get(words[2]) instanceof Map<?, ?> loop
        && loop.get("iterationCount") instanceof Integer count
        && count >= Integer.parseInt(words[1]);
  }

  static boolean isEven(@Nullable Object iteration) {
    return !(iteration instanceof Integer place) || place % 2 == 0;
  }

  private static Map<?, Object> taskRun(Map<String, ?> variables) {
    @SuppressWarnings("unchecked") // the engine puts a map of texts and numbers there
    var taskRun = (Map<?, Object>) variables.get("taskrun");
    return taskRun == null ? Map.of() : taskRun;
  }

  @Override
  public Object value(String template, Map<String, ?> variables) throws EvaluationFailure {
    return template.startsWith(LIST) ? values(template) : text(template, variables);
  }

  /** The values that {@link #list} stands for. */
  static List<String> values(String template) {
    int size = Integer.parseInt(template.substring(LIST.length()));
    return IntStream.range(0, size).mapToObj(place -> "v" + place).toList();
  }

  @Override
  public boolean mayWait(String template) {
    return template.equals(LATER);
  }

  @Override
  public boolean mayWait(List<OutputDefinition> definitions) {
    return false;
  }

  @Override
  public Object json(String text) throws EvaluationFailure {
    throw new EvaluationFailure("not JSON: " + text);
  }

  @Override
  public String print(@Nullable Object value) {
    return String.valueOf(value);
  }

  @Override
  public Map<String, @Nullable Object> outputs(
      List<OutputDefinition> definitions, Map<String, ?> variables) {
    return Map.of();
  }
}
