package dev.legato.language.expression.jq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Failure;
import dev.legato.language.expression.runtime.Values;
import java.util.IdentityHashMap;

/** What one use of the filter may still do. */
final class JqRun {
  /** The run that the current thread carries out. */
  static final ScopedValue<JqRun> CURRENT = ScopedValue.newInstance();

  static final int MAX_INDEX = 1_000_000;
  private static final long MAX_NANOS = 1_000_000_000;
  private static final long MAX_WEIGHT = 1_000_000;
  private static final int TICKS_BETWEEN_CHECKS = 256;

  private final Call call;
  private final Budget budget;
  private final long deadline;
  private final IdentityHashMap<JsonNode, Long> weights = new IdentityHashMap<>();
  private int ticks;

  JqRun(Call call) {
    this.call = call;
    this.budget = call.budget();
    this.deadline = System.nanoTime() + budget.nanosLeft(MAX_NANOS);
  }

  Call call() {
    return call;
  }

  /** Pays for one step of the query. */
  void step() {
    budget.step();
    if (++ticks >= TICKS_BETWEEN_CHECKS) {
      ticks = 0;
      budget.check();
      if (System.nanoTime() - deadline > 0) {
        throw Failure.limit("the jq query takes longer than 1 s");
      }
    }
  }

  /** Pays for a value that a step produced, and refuses one that is too large to be looked at. */
  void produced(JsonNode value) {
    step();
    if (value.isTextual()) {
      budget.text(value.textValue().length());
    } else if (value.isContainerNode() && weight(value, 0) > MAX_WEIGHT) {
      throw Failure.limit(
          "the jq query produces a value of more than %,d elements".formatted(MAX_WEIGHT));
    }
  }

  /** Elements in a value, those that appear twice counted twice. */
  private long weight(JsonNode value, int depth) {
    if (!value.isContainerNode()) {
      return 1;
    }
    Long known = weights.get(value);
    if (known != null) {
      return known;
    }
    if (depth > Values.MAX_DEPTH) {
      throw Failure.limit("the jq query produces a value that is nested too deeply");
    }
    long weight = 1;
    for (JsonNode child : value) {
      budget.step();
      weight = Math.min(MAX_WEIGHT + 1, weight + weight(child, depth + 1));
    }
    weights.put(value, weight);
    return weight;
  }

  /** Refuses a text that is about to be repeated or joined. */
  void text(double characters) {
    budget.text(characters > Integer.MAX_VALUE ? Integer.MAX_VALUE : (long) characters);
  }
}
