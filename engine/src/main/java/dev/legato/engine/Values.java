package dev.legato.engine;

import dev.legato.model.command.Answer;
import dev.legato.model.command.Answer.NoValue;
import dev.legato.model.command.Answer.Value;
import dev.legato.model.command.Inquiry;
import dev.legato.model.command.Question;
import dev.legato.model.command.Question.OutputsOf;
import dev.legato.model.command.Question.RoundsOf;
import dev.legato.model.command.Question.TextOf;
import dev.legato.model.command.Question.ValueOf;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.flow.OutputDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a task run, or of the flow itself, amount to. Expressions that may wait
 * are put to somebody outside; until the answer is there, they throw {@link Unanswered}.
 *
 * <p>Decisions are made with the secrets that expressions yield, but whatever is handed out here to
 * be stored has stars in their place.
 */
final class Values {
  private static final List<String> FALSY = List.of("", "false", "0", "-0");

  private final Turn turn;
  private final @Nullable TaskRun run;
  private final Map<String, @Nullable Object> variables;
  private boolean hidSecrets;

  /**
   * @param run whose expressions are evaluated; absent for those of the flow itself
   */
  Values(Turn turn, @Nullable TaskRun run) {
    this.turn = turn;
    this.run = run;
    this.variables = run == null ? Scope.ofFlow(turn.state()) : Scope.ofTaskRun(turn.state(), run);
  }

  /** Whether a value that was handed out has stars in place of a secret. */
  boolean hidSecrets() {
    return hidSecrets;
  }

  boolean isTrue(String template) throws EvaluationFailure, Unanswered {
    return !FALSY.contains(String.valueOf(rendered(template).value()));
  }

  /** For conditions on which nobody can wait. */
  boolean isTrueAtOnce(String template) throws EvaluationFailure {
    return !FALSY.contains(textAtOnce(template));
  }

  /** For what nobody can wait for. */
  String textAtOnce(String template) throws EvaluationFailure {
    return textAtOnce(template, Map.of());
  }

  /**
   * For what nobody can wait for.
   *
   * @param further variables, in place of others with the same names
   */
  String textAtOnce(String template, Map<String, ?> further) throws EvaluationFailure {
    if (turn.evaluator().mayWait(template)) {
      throw new EvaluationFailure(
          "'%s' waits for a file, a database or the network, which is not possible here."
              .formatted(template));
    }
    if (further.isEmpty()) {
      return turn.evaluator().text(template, variables);
    }
    var all = new LinkedHashMap<String, @Nullable Object>(variables);
    all.putAll(further);
    return turn.evaluator().text(template, all);
  }

  String text(String template) throws EvaluationFailure, Unanswered {
    return shownText(rendered(template));
  }

  /** A text as it is, and as it may be stored. */
  Value rendered(String template) throws EvaluationFailure, Unanswered {
    return turn.evaluator().mayWait(template)
        ? answer(new TextOf(template))
        : turn.evaluator().rendered(template, variables);
  }

  /** What may be stored of a text. */
  String shownText(Value rendered) {
    return String.valueOf(shown(rendered));
  }

  private @Nullable Object shown(Value answer) {
    hidSecrets |= answer.hidesSecrets();
    return answer.shown();
  }

  @Nullable Object value(String template) throws EvaluationFailure, Unanswered {
    return turn.evaluator().mayWait(template)
        ? shown(answer(new ValueOf(template)))
        : turn.evaluator().value(template, variables);
  }

  Map<String, @Nullable Object> outputs(List<OutputDefinition> definitions)
      throws EvaluationFailure, Unanswered {
    if (!turn.evaluator().mayWait(definitions)) {
      return turn.evaluator().outputs(definitions, variables);
    }
    return outputs(shown(answer(new OutputsOf(definitions))));
  }

  /** What the rounds of a loop hand on. */
  Map<String, @Nullable Object> rounds(RoundsOf question) throws EvaluationFailure, Unanswered {
    return outputs(shown(answer(question)));
  }

  private static Map<String, @Nullable Object> outputs(@Nullable Object answer) {
    if (answer instanceof Map<?, ?> map) {
      var outputs = new LinkedHashMap<String, @Nullable Object>();
      map.forEach((key, value) -> outputs.put(String.valueOf(key), value));
      return outputs;
    }
    throw new IllegalStateException("Expected outputs to be a map, but they are not");
  }

  /** The value with every text in it rendered to a text. */
  @Nullable Object texts(@Nullable Object value) throws EvaluationFailure, Unanswered {
    return deep(value, false);
  }

  /** The same, with those texts sealed that hold secrets; expressions can read them. */
  Map<String, @Nullable Object> sealedTexts(Map<String, @Nullable Object> values)
      throws EvaluationFailure, Unanswered {
    var rendered = new LinkedHashMap<String, @Nullable Object>();
    for (Map.Entry<String, @Nullable Object> entry : values.entrySet()) {
      rendered.put(text(entry.getKey()), sealedText(entry.getValue()));
    }
    return rendered;
  }

  private @Nullable Object sealedText(@Nullable Object value) throws EvaluationFailure, Unanswered {
    if (!(value instanceof String template)) {
      return texts(value);
    }
    Value rendered = rendered(template);
    return rendered.hidesSecrets()
        ? turn.evaluator().sealed(String.valueOf(rendered.value()))
        : rendered.value();
  }

  /** The value with every text in it evaluated; a single expression keeps the type of its value. */
  @Nullable Object values(@Nullable Object value) throws EvaluationFailure, Unanswered {
    return deep(value, true);
  }

  private @Nullable Object deep(@Nullable Object value, boolean typed)
      throws EvaluationFailure, Unanswered {
    if (value instanceof String template) {
      return typed ? value(template) : text(template);
    }
    if (value instanceof Map<?, ?> map) {
      var rendered = new LinkedHashMap<String, @Nullable Object>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        rendered.put(text(String.valueOf(entry.getKey())), deep(entry.getValue(), typed));
      }
      return rendered;
    }
    if (value instanceof List<?> list) {
      var rendered = new ArrayList<@Nullable Object>(list.size());
      for (Object inner : list) {
        rendered.add(deep(inner, typed));
      }
      return rendered;
    }
    return value;
  }

  private Value answer(Question question) throws EvaluationFailure, Unanswered {
    Integer sequence = run == null ? null : run.sequence;
    Group group = run == null ? null : run.group();
    int round = group == null ? 1 : group.round;
    int epoch = turn.state().header().attemptNumber();
    var inquiry = new Inquiry(sequence, epoch, round, question);
    Agenda agenda = turn.state().agenda();
    Optional<Answer> answer = agenda.answerTo(inquiry);
    if (answer.isPresent()) {
      return switch (answer.get()) {
        case Value it -> it;
        case NoValue it -> throw new EvaluationFailure(it.reason());
      };
    }
    if (agenda.ask(inquiry)) {
      turn.effect(new Ask(turn.state().id(), inquiry, variables));
    }
    throw new Unanswered();
  }
}
