package dev.legato.engine;

import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.Job;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ViewThreadsTest {
  @Test
  void aWorkerReadsOutputsWhileTheShardAddsMore() {
    var plan = flow(task("first"), forEach("l", FanOutTest.values(3_000), 0, task("a")));
    Run run = Run.begin(plan, Script.allSucceed().output("a", job -> Map.of("x", 1)));
    run.step();
    Job job = run.job("a[0]");
    var done = new AtomicBoolean();
    CompletableFuture<Integer> reader =
        CompletableFuture.supplyAsync(
            () -> {
              int most = 0;
              do {
                most = Math.max(most, finished(job));
              } while (!done.get());
              return Math.max(most, finished(job));
            });
    run.toEnd();
    done.set(true);

    assertThat(reader.join()).isEqualTo(3_000);
  }

  /** How many outputs are readable; each that is must be complete. */
  private static int finished(Job job) {
    Map<?, ?> outputs = (Map<?, ?>) job.variables().get("outputs");
    if (outputs == null || !(outputs.get("a") instanceof Map<?, ?> rounds)) {
      return 0;
    }
    int finished = 0;
    for (Map.Entry<?, ?> round : rounds.entrySet()) {
      assertThat(round.getValue()).isEqualTo(Map.of("x", 1));
      finished++;
    }
    return finished;
  }
}
