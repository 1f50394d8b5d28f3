package dev.legato.engine;

import dev.legato.model.plan.Approval;
import dev.legato.model.plan.Approval.Decision;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The outputs of pauses that ask for a decision. */
final class Approvals {
  private static final String URL = "url";
  private static final String DUE = "due";
  private static final String DECISION = "decision";
  private static final String AUTO = "auto";
  private static final String COMMENT = "comment";

  private final Turn turn;

  Approvals(Turn turn) {
    this.turn = turn;
  }

  /** What is known when somebody is asked; the decision, too, when nobody needs to be. */
  Map<String, @Nullable Object> ask(Approval approval, @Nullable Duration wait, Values values)
      throws EvaluationFailure, Unanswered {
    boolean auto = values.isTrue(approval.auto());
    var outputs = new LinkedHashMap<String, @Nullable Object>();
    outputs.put(URL, values.text(approval.url()));
    if (auto) {
      decide(outputs, Decision.APPROVED, Map.of(), null);
      outputs.put(AUTO, true);
    } else if (wait != null) {
      outputs.put(DUE, turn.now().plus(wait).toString());
    }
    return outputs;
  }

  /** What is known once it is decided. */
  Map<String, @Nullable Object> decided(
      TaskRun run, Decision decision, Map<String, @Nullable Object> answers, @Nullable String by) {
    var outputs = new LinkedHashMap<>(run.outputs);
    decide(outputs, decision, answers, by);
    return outputs;
  }

  private void decide(
      Map<String, @Nullable Object> outputs,
      Decision decision,
      Map<String, @Nullable Object> answers,
      @Nullable String by) {
    outputs.put(DECISION, decision.name());
    outputs.put(AUTO, false);
    outputs.put("by", by);
    outputs.put("on", turn.now().toString());
    var inputs = new LinkedHashMap<>(answers);
    inputs.remove(DECISION);
    outputs.put(COMMENT, inputs.remove(COMMENT));
    outputs.put("inputs", inputs);
  }

  static boolean isDecided(Map<String, @Nullable Object> outputs) {
    return outputs.containsKey(DECISION);
  }

  /** Whether the decision was taken without asking anybody. */
  static boolean isAutomatic(Map<String, @Nullable Object> outputs) {
    return Boolean.TRUE.equals(outputs.get(AUTO));
  }

  /** The decision among answers or outputs; null when there is none. */
  static @Nullable Decision decision(Map<String, @Nullable Object> values) {
    Object name = values.get(DECISION);
    return Stream.of(Decision.values())
        .filter(decision -> decision.name().equals(name))
        .findFirst()
        .orElse(null);
  }
}
