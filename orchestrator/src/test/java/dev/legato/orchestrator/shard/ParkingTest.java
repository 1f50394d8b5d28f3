package dev.legato.orchestrator.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.StartingPoint.Failures;
import dev.legato.model.execution.ExecutionId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A restart waits until what was decided before is durable, and nothing overtakes it. */
class ParkingTest {
  private static final ExecutionId ONE = new ExecutionId("one");
  private static final ExecutionId TWO = new ExecutionId("two");

  private final Parking parking = new Parking();

  @Test
  void aCommandWaitsForItsCommitAndOthersWaitBehindIt() {
    Request restart = restart(ONE);
    Request kill = Request.of(new KillExecution(ONE, true));
    parking.park(restart, 7);
    parking.add(kill);

    assertThat(parking.holds(ONE)).isTrue();
    assertThat(parking.holds(TWO)).isFalse();
    assertThat(parking.hasReady(6)).isFalse();
    assertThat(parking.takeReady(6)).isEmpty();
    assertThat(parking.takeReady(7)).contains(List.of(restart, kill));
    assertThat(parking.size()).isZero();
  }

  @Test
  void executionsDoNotWaitForEachOther() {
    parking.park(restart(ONE), 9);
    Request second = restart(TWO);
    parking.park(second, 3);

    assertThat(parking.takeReady(5)).contains(List.of(second));
    assertThat(parking.takeReady(5)).isEmpty();
    assertThat(parking.size()).isEqualTo(1);
  }

  @Test
  void everythingIsHandedBackAfterAFailedCommit() {
    Request first = restart(ONE);
    Request second = restart(TWO);
    parking.park(first, 1);
    parking.park(second, 2);

    assertThat(parking.takeAll()).containsExactly(first, second);
    assertThat(parking.holds(ONE)).isFalse();
  }

  private static Request restart(ExecutionId execution) {
    return Request.of(new RestartExecution(execution, new Failures()));
  }
}
