package dev.legato.testkit.simulation;

import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Approval;
import dev.legato.model.plan.Approval.Decision;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.PauseStep;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a pause has ended, read from its outputs.
 *
 * @param status what it came to, whatever its children did
 * @param byItself whether its time was over before anybody ended it
 */
record PauseEnd(TaskRunStatus status, boolean byItself) {
  /** Empty when the step is no pause, or the pause has not ended or nobody was asked. */
  static Optional<PauseEnd> of(Step step, @Nullable TaskRunRecord row) {
    if (row == null || !(step instanceof PauseStep pause)) {
      return Optional.empty();
    }
    Approval approval = pause.approval();
    if (approval != null) {
      return Optional.ofNullable(row.outputs().get("decision"))
          .map(name -> decided(approval, Decision.valueOf(name.toString())));
    }
    return row.outputs().get("resumed") instanceof Map<?, ?> resumed
        ? Optional.of(
            new PauseEnd(
                TaskRunStatus.valueOf(String.valueOf(resumed.get("to"))),
                resumed.get("by") == null))
        : Optional.empty();
  }

  private static PauseEnd decided(Approval approval, Decision decision) {
    return new PauseEnd(
        TaskRunStatus.valueOf(approval.endsIn(decision).name()), decision == Decision.EXPIRED);
  }
}
