package dev.legato.language.builtin;

import dev.legato.model.plan.Step.Frequency;
import java.time.Duration;
import java.util.List;

/** What was the default under old names of tasks, and is another one under the current names. */
public final class FormerDefaults {
  /** The name before {@code flow.Subflow}. */
  public static final String FLOW = "io.kestra.core.tasks.flows.Flow";

  /** Flags of {@link #FLOW} that were false unless set: it did not wait. */
  public static final List<String> OFF_FOR_FLOW = List.of("wait", "transmitFailed");

  /** The rounds of {@code flow.WaitFor}, the name before {@code flow.LoopUntil}. */
  public static final Frequency OF_WAIT_FOR =
      new Frequency(Duration.ofSeconds(1), 100, Duration.ofHours(1), false);

  private FormerDefaults() {}
}
