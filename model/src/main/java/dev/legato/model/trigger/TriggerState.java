package dev.legato.model.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.TriggerKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a trigger stands.
 *
 * @param fingerprint of the definition that it belongs to, see {@link
 *     dev.legato.model.flow.Trigger#fingerprint}
 * @param disabled switched off here, whatever the flow says
 * @param date the instant for which it was evaluated last
 * @param nextDate when it has to be looked at; absent for never
 * @param execution its last one, as long as the trigger waits for it to end
 * @param evaluation a worker is busy with it; absent when none is
 * @param problem why it could not be evaluated the last time; absent when it could
 * @param lastFired when an execution of it was created last
 */
public record TriggerState(
    TriggerId id,
    TriggerKind kind,
    String fingerprint,
    boolean disabled,
    @Nullable Instant date,
    @Nullable Instant nextDate,
    @Nullable ExecutionId execution,
    @Nullable Evaluation evaluation,
    @Nullable Backfill backfill,
    @Nullable String problem,
    @Nullable Instant lastFired,
    Instant updatedAt) {
  /**
   * A worker is busy with it.
   *
   * @param worker who evaluates
   * @param since when it began
   */
  public record Evaluation(String worker, Instant since) {}

  /** Of a trigger that was not evaluated yet. */
  public static TriggerState first(
      TriggerId id, TriggerKind kind, String fingerprint, @Nullable Instant nextDate, Instant now) {
    return new TriggerState(
        id, kind, fingerprint, false, null, nextDate, null, null, null, null, null, now);
  }

  /** Whether nothing may start before something else has ended. */
  public boolean isLocked() {
    return execution != null || evaluation != null;
  }

  /** Whether a backfill moves it rather than the clock. */
  public boolean isBackfilling() {
    return backfill != null && !backfill.paused();
  }

  /** The same, looked at for a date and due at another. */
  public TriggerState evaluated(@Nullable Instant newDate, @Nullable Instant next, Instant now) {
    return new Draft(this, now).date(newDate).due(next).evaluation(null).problem(null).done();
  }

  /** The same, held by an execution. */
  public TriggerState firedFor(ExecutionId newExecution, Instant now) {
    return new Draft(this, now).execution(newExecution).fired(now).done();
  }

  /** The same, out of the hands of a worker. */
  public TriggerState abandoned(Instant now) {
    return new Draft(this, now).evaluation(null).done();
  }

  /** The same, which started something and goes on at once. */
  public TriggerState heard(Instant now) {
    return new Draft(this, now).problem(null).fired(now).done();
  }

  /** The same, with no execution that it has to wait for; whoever is busy with it goes on. */
  public TriggerState released(Instant now) {
    return new Draft(this, now).execution(null).done();
  }

  /** The same, with nothing that it has to wait for. */
  public TriggerState unlocked(Instant now) {
    return new Draft(this, now).execution(null).evaluation(null).done();
  }

  /** The same, switched on or off, and due at another date. */
  public TriggerState switched(boolean off, @Nullable Instant next, Instant now) {
    return new Draft(this, now).disabled(off).due(next).done();
  }

  /** The same, with another backfill or none, and due at another date. */
  public TriggerState filling(@Nullable Backfill newBackfill, @Nullable Instant next, Instant now) {
    return new Draft(this, now).backfill(newBackfill).due(next).done();
  }

  /** The same, which could not be evaluated. */
  public TriggerState failed(String newProblem, @Nullable Instant next, Instant now) {
    return new Draft(this, now).due(next).evaluation(null).problem(newProblem).done();
  }

  /** The same, in the hands of a worker. */
  public TriggerState evaluatedBy(String worker, Instant now) {
    return new Draft(this, now).evaluation(new Evaluation(worker, now)).done();
  }

  /** Where a trigger will stand; what is not set stays as it is. */
  private static final class Draft {
    private final TriggerState before;
    private final Instant now;
    private boolean disabled;
    private @Nullable Instant date;
    private @Nullable Instant nextDate;
    private @Nullable ExecutionId execution;
    private @Nullable Evaluation evaluation;
    private @Nullable Backfill backfill;
    private @Nullable String problem;
    private @Nullable Instant lastFired;

    Draft(TriggerState before, Instant now) {
      this.before = before;
      this.now = now;
      this.disabled = before.disabled;
      this.date = before.date;
      this.nextDate = before.nextDate;
      this.execution = before.execution;
      this.evaluation = before.evaluation;
      this.backfill = before.backfill;
      this.problem = before.problem;
      this.lastFired = before.lastFired;
    }

    Draft disabled(boolean off) {
      disabled = off;
      return this;
    }

    Draft date(@Nullable Instant evaluated) {
      date = evaluated;
      return this;
    }

    Draft due(@Nullable Instant next) {
      nextDate = next;
      return this;
    }

    Draft execution(@Nullable ExecutionId awaited) {
      execution = awaited;
      return this;
    }

    Draft evaluation(@Nullable Evaluation lease) {
      evaluation = lease;
      return this;
    }

    Draft backfill(@Nullable Backfill stretch) {
      backfill = stretch;
      return this;
    }

    Draft problem(@Nullable String reason) {
      problem = reason;
      return this;
    }

    Draft fired(Instant at) {
      lastFired = at;
      return this;
    }

    TriggerState done() {
      return new TriggerState(
          before.id,
          before.kind,
          before.fingerprint,
          disabled,
          date,
          nextDate,
          execution,
          evaluation,
          backfill,
          problem,
          lastFired,
          now);
    }
  }
}
