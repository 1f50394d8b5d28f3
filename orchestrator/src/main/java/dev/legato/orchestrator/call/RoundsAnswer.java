package dev.legato.orchestrator.call;

import dev.legato.engine.EvaluationFailure;
import dev.legato.engine.Evaluator;
import dev.legato.model.command.Question.RoundsOf;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.OutputDefinition;
import dev.legato.model.plan.Step.Rounds;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what the rounds of a loop hand on: {@code outputs}, a list of item and outputs, or
 * {@code uri}, a file with one such pair in each line.
 */
final class RoundsAnswer {
  /** What a loop hands on without a file, if nobody says otherwise. */
  private static final int MOST_ROUNDS = 1_000;

  private static final int MOST_CHARACTERS = 32 * 1_024;

  private final Evaluator evaluator;
  private final FileStore files;

  RoundsAnswer(Evaluator evaluator, FileStore files) {
    this.evaluator = evaluator;
    this.files = files;
  }

  /** A template has no value, although what asks for it cannot be told. */
  private static final class NoValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoValue(EvaluationFailure cause) {
      super(cause);
    }
  }

  Map<String, @Nullable Object> to(RoundsOf question, Map<String, @Nullable Object> variables)
      throws EvaluationFailure {
    List<?> rounds = variables.get("rounds") instanceof List<?> list ? list : List.of();
    return switch (question.definition().fetch()) {
      case FETCH -> Map.of("outputs", fetch(question, rounds));
      case STORE -> Map.of("uri", store(question, rounds, variables));
      case AUTO -> {
        if (rounds.size() > MOST_ROUNDS) {
          yield Map.of("uri", store(question, rounds, variables));
        }
        List<Object> fetched = fetch(question, rounds);
        yield evaluator.print(fetched).length() > MOST_CHARACTERS
            ? Map.of("uri", store(question, rounds, variables))
            : Map.of("outputs", fetched);
      }
    };
  }

  private List<Object> fetch(RoundsOf question, List<?> rounds) throws EvaluationFailure {
    var fetched = new ArrayList<Object>(rounds.size());
    for (Object round : rounds) {
      fetched.add(pair(question, round));
    }
    return fetched;
  }

  private Map<String, @Nullable Object> pair(RoundsOf question, @Nullable Object round)
      throws EvaluationFailure {
    Map<String, @Nullable Object> scope = map(round);
    var pair = new LinkedHashMap<String, @Nullable Object>();
    pair.put("item", scope.get("item"));
    pair.put("outputs", evaluator.outputs(definitions(question.definition()), scope));
    return pair;
  }

  /** A round may fail without failing the loop: what it does not give is null then. */
  private static List<OutputDefinition> definitions(Rounds rounds) {
    return rounds.transmitFailed()
        ? rounds.outputs()
        : rounds.outputs().stream().map(OutputDefinition::optional).toList();
  }

  private String store(RoundsOf question, List<?> rounds, Map<String, @Nullable Object> variables)
      throws EvaluationFailure {
    Map<String, @Nullable Object> flow = map(variables.get("flow"));
    var folder =
        FileLayout.taskRun(
            new FlowId(text(flow, "namespace"), text(flow, "id")),
            new ExecutionId(text(map(variables.get("execution")), "id")),
            text(map(variables.get("task")), "id"),
            text(map(variables.get("taskrun")), "id"));
    try {
      return files.put(folder.resolve("outputs.ion"), lines(question, rounds)).uri();
    } catch (NoValue wrapped) {
      throw (EvaluationFailure) wrapped.getCause();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Expected text in memory to be readable", impossible);
    }
  }

  /** One line for each round, rendered when it is read. */
  private InputStream lines(RoundsOf question, List<?> rounds) {
    return new LineStream(rounds.stream().map(round -> line(question, round)).iterator());
  }

  private String line(RoundsOf question, @Nullable Object round) {
    try {
      return evaluator.print(pair(question, round));
    } catch (EvaluationFailure failure) {
      throw new NoValue(failure);
    }
  }

  private static String text(Map<String, @Nullable Object> map, String key) {
    return String.valueOf(map.get(key));
  }

  @SuppressWarnings("unchecked") // the engine makes maps of variables by their names
  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
  }
}
