package dev.legato.orchestrator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import dev.legato.language.flow.FlowParser;
import dev.legato.language.input.InputReader;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.Polling;
import dev.legato.model.flow.TriggerGuard;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.execution.FlowInputs;
import dev.legato.plugin.type.TypeCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Looks of plugins, which may do what they like. */
class PluginTriggerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final TriggerId ID = new TriggerId(new FlowId("company", "watching"), "watch");

  private final InstantSource clock = InstantSource.fixed(NOW);
  private final BlockingQueue<TriggerState> written = new LinkedBlockingQueue<>();
  private TriggerState state = TriggerState.first(ID, TriggerKind.POLLING, "f", NOW, NOW);

  private static final class Stuck implements PluginTriggers {
    @Override
    public String worker() {
      return "w";
    }

    @Override
    public Optional<Sighting> look(Assignment assignment) throws InterruptedException {
      new CountDownLatch(1).await();
      return Optional.empty();
    }

    @Override
    public void listen(Assignment assignment, Listener listener) {
      throw new IllegalStateException("Expected no listening");
    }
  }

  private synchronized Optional<TriggerState> change(TriggerId id, Scheduler.Change change) {
    change
        .of(state)
        .ifPresent(
            changed -> {
              state = changed;
              written.add(changed);
            });
    return Optional.of(state);
  }

  @Test
  void aLookThatDoesNotEndIsBrokenOffAndSaysSo() throws InterruptedException {
    var expressions =
        new Expressions(
            clock,
            new Random(1),
            ExpressionLimits.DEFAULT,
            ExpressionEnvironment.in(ZoneOffset.UTC));
    var lines = new TriggerLines(_ -> {}, clock);
    var births =
        new Births(
            _ -> {},
            _ -> Map.of(),
            new FlowInputs(new InputReader(expressions)),
            expressions,
            lines,
            clock);
    var ports =
        new Evaluation.Ports(
            new Stuck(),
            new ConditionCheck(expressions),
            births,
            lines,
            new Pauses(),
            clock,
            Duration.ofMillis(50));
    try (var triggers = new PluginTrigger(ports)) {
      Flow flow = flow(expressions);
      TriggerState leased = triggers.look(flow, polling(), state, NOW).standing();
      state = leased;
      triggers.stored(flow, polling(), leased, this::change);

      TriggerState failed = written.poll(20, TimeUnit.SECONDS);

      assertThat(failed).isNotNull();
      assertThat(failed.problem()).contains("took longer than PT0.05S");
      assertThat(failed.evaluation()).isNull();
      assertThat(failed.nextDate()).isAfter(NOW);
    }
  }

  private static Trigger polling() {
    return new Trigger(
        "watch",
        "test.Watch",
        false,
        TriggerGuard.NONE,
        Map.of(),
        List.of(),
        List.of(),
        false,
        false,
        LogLevel.INFO,
        false,
        new Polling("test.Watch", Map.of(), Duration.ofMillis(20), Duration.ofHours(1)),
        Map.of());
  }

  private static Flow flow(Expressions expressions) {
    return new FlowParser(
            TypeCatalog.of(List.of(PluginTriggerTest.class.getClassLoader())), expressions)
        .parse(
            """
            id: watching
            namespace: company
            tasks:
              - {id: wait, type: io.kestra.plugin.core.flow.Pause, delay: PT1S}
            """)
        .flow()
        .orElseThrow();
  }
}
