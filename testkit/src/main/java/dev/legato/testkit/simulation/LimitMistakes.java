package dev.legato.testkit.simulation;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.orchestrator.limit.Slots;
import java.util.List;
import java.util.Optional;

/** How planted mistakes meddle with the places of flows. */
final class LimitMistakes {
  private final World world;

  LimitMistakes(World world) {
    this.world = world;
  }

  /**
   * Takes the wrong note of an execution that has changed.
   *
   * @return executions that find a place because of that
   */
  List<ExecutionId> changed(ExecutionRecord record, Slots slots) {
    boolean started = Epochs.hasStarted(record);
    boolean killed = record.status() == ExecutionStatus.KILLED && Epochs.wasKilled(record);
    if (killed && started && world.isPlanted(PlantedBug.KILLS_FREE_NO_PLACE)) {
      return slots.decided(as(ExecutionStatus.RUNNING, record));
    }
    boolean freesAnother =
        killed
            && world.isPlanted(
                started
                    ? PlantedBug.KILLS_FREE_TWO_PLACES
                    : PlantedBug.KILLS_OF_THE_QUEUED_FREE_A_PLACE);
    if (freesAnother) {
      return another(record)
          .map(other -> slots.decided(as(ExecutionStatus.CREATED, other)))
          .orElse(List.of());
    }
    boolean goesOn = Epochs.wentBack(record) && record.status() == ExecutionStatus.RUNNING;
    if (goesOn && world.isPlanted(PlantedBug.RESTARTS_WITHOUT_A_PLACE)) {
      return slots.decided(as(ExecutionStatus.CREATED, record));
    }
    return List.of();
  }

  private Optional<ExecutionRecord> another(ExecutionRecord record) {
    return world.image().live().stream()
        .map(id -> world.image().get(id).execution())
        .filter(other -> other.flow().equals(record.flow()) && !other.id().equals(record.id()))
        .filter(other -> other.status() == ExecutionStatus.RUNNING)
        .findFirst();
  }

  private static ExecutionRecord as(ExecutionStatus status, ExecutionRecord record) {
    return record.change().history(StatusHistory.of(status, record.history().start())).build();
  }

  /** The caller of an execution, as whoever gives out places sees it. */
  Optional<ExecutionRecord> stored(ExecutionId execution, boolean takingOver) {
    return world.isPlanted(PlantedBug.CALLEES_WAIT_FOR_THEIR_CALLERS) && !takingOver
        ? Optional.empty()
        : world.store().findRecord(execution);
  }
}
