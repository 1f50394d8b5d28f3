package dev.legato.engine;

import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.event.Event.ExecutionRelabelled;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Agreement;
import dev.legato.model.plan.Agreement.Assertion;
import dev.legato.model.plan.Agreement.MaxDuration;
import java.util.List;

/** Watches over what an execution has to keep to. */
final class Agreements {
  private final Turn turn;
  private final List<Agreement> agreements;

  Agreements(Turn turn) {
    this.turn = turn;
    this.agreements = turn.state().plan().rules().agreements();
  }

  /** The execution starts: time counts from now. */
  void start() {
    for (int place = 0; place < agreements.size(); place++) {
      if (agreements.get(place) instanceof MaxDuration it) {
        var due = turn.now().plus(it.duration());
        turn.effect(new SetTimer(new Timer(turn.state().id(), Timer.Kind.SLA, place, due)));
      }
    }
  }

  /** The execution has ended: nobody watches any more. */
  void end() {
    for (int place = 0; place < agreements.size(); place++) {
      if (agreements.get(place) instanceof MaxDuration) {
        turn.effect(new CancelTimer(new Timer.Key(turn.state().id(), Timer.Kind.SLA, place)));
      }
    }
  }

  /** The time of an agreement is over, and the execution has not ended. */
  void fire(int place) {
    if (place < agreements.size() && agreements.get(place) instanceof MaxDuration it) {
      breakAgreement(it, "it runs for longer than %s".formatted(it.duration()));
    }
  }

  /** Whether nobody watches any more: everything was asked to stop, or has ended. */
  boolean areMoot() {
    ExecutionStatus status = turn.state().status();
    return status == ExecutionStatus.KILLING || status.isTerminal();
  }

  /** Checks what has to be true all the time; the first agreement that is broken counts. */
  void check() {
    for (Agreement agreement : agreements) {
      if (areMoot()) {
        return;
      }
      if (agreement instanceof Assertion it) {
        check(it);
      }
    }
  }

  private void check(Assertion assertion) {
    try {
      if (!new Values(turn, null).isTrueAtOnce(assertion.condition())) {
        breakAgreement(assertion, "'%s' is not true".formatted(assertion.condition()));
      }
    } catch (EvaluationFailure failure) {
      ignore(assertion, failure.reason());
    }
  }

  private void ignore(Assertion assertion, String reason) {
    if (turn.state().agenda().breakAgreement(assertion.id())) {
      turn.log(LogLevel.ERROR, "The SLA '%s' is ignored: %s".formatted(assertion.id(), reason));
    }
  }

  private void breakAgreement(Agreement agreement, String how) {
    if (!turn.state().agenda().breakAgreement(agreement.id())) {
      return;
    }
    turn.log(
        agreement.behavior() == Agreement.Behavior.FAIL ? LogLevel.ERROR : LogLevel.WARN,
        "The execution breaks the SLA '%s': %s.".formatted(agreement.id(), how));
    List<Label> labels = LabelTexts.merged(turn.state().header().labels(), agreement.labels());
    if (!labels.equals(turn.state().header().labels())) { // it may be found broken once more
      turn.emit(new ExecutionRelabelled(labels, turn.now()));
    }
    switch (agreement.behavior()) {
      case FAIL -> turn.halt().condemnAndKill(ExecutionStatus.FAILED, false);
      case CANCEL -> turn.halt().condemnAndKill(ExecutionStatus.CANCELLED, false);
      case NONE -> {}
    }
  }
}
