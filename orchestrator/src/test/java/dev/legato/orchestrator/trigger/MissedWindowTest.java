package dev.legato.orchestrator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import dev.legato.language.flow.FlowParser;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.model.trigger.TriggerWindow;
import dev.legato.model.trigger.TriggerWindow.Satisfied;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.storage.StatusNote;
import dev.legato.storage.TriggerStore.Pending;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MissedWindowTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final Instant DEADLINE = Instant.parse("2026-06-01T09:00:00.001Z");
  private static final FlowId FLOW = new FlowId("company", "report");
  private static final TriggerId ID = new TriggerId(FLOW, "all");

  private final Expressions expressions =
      new Expressions(
          () -> NOON,
          new Random(1),
          ExpressionLimits.DEFAULT,
          ExpressionEnvironment.in(ZoneOffset.UTC));
  private final List<TriggerWindow> windows = new ArrayList<>();
  private final List<Pending> notes = new ArrayList<>();
  private final MissedWindow missed = new MissedWindow(_ -> windows, _ -> notes, ZoneOffset.UTC);

  private Flow flow(String mode) {
    var parser =
        new FlowParser(
            TypeCatalog.of(List.of(MissedWindowTest.class.getClassLoader())), expressions);
    return parser
        .parse(
            """
            id: report
            namespace: company
            tasks:
              - {id: end, type: io.kestra.plugin.core.execution.Exit}
            triggers:
              - id: all
                type: io.kestra.plugin.core.trigger.Flow
                dependsOn: [{flowId: orders}, {flowId: customers}]
                mode: %s
                window: {deadline: "09:00:00"}
                onMiss: {behavior: FAIL, labels: {sla: missed}}
            """
                .formatted(mode))
        .flow()
        .orElseThrow();
  }

  private static TriggerState state(Flow flow) {
    String fingerprint = flow.triggers().getFirst().fingerprint(false);
    return TriggerState.first(ID, TriggerKind.FLOW, fingerprint, DEADLINE, NOON);
  }

  private Look look(Flow flow) {
    return missed.look(flow, flow.triggers().getFirst(), state(flow), NOON);
  }

  private void came(Flow flow, Instant start, String... parts) {
    Map<String, Satisfied> satisfied = new LinkedHashMap<>();
    for (String part : parts) {
      satisfied.put(part, new Satisfied(new ExecutionId("x"), start.plusSeconds(60)));
    }
    String fingerprint = flow.triggers().getFirst().fingerprint(false);
    windows.add(
        new TriggerWindow(
            ID, "dependsOn", fingerprint, start, DEADLINE.minusMillis(1), 0, false, satisfied));
  }

  @Test
  void theTriggerIsDueWhenItsWindowEnds() {
    var arming = new Arming(expressions, TriggerConfig.DEFAULTS, () -> NOON);

    assertThat(arming.of(flow("ALL")).getFirst().nextDate())
        .isEqualTo(Instant.parse("2026-06-02T09:00:00.001Z"));
  }

  @Test
  void anExecutionFailsForWhatDidNotCome() {
    Flow flow = flow("ALL");
    came(flow, Instant.parse("2026-06-01T00:00:00Z"), "0_orders");

    Look look = look(flow);

    Birth birth = Objects.requireNonNull(look.birth());
    assertThat(birth.failure())
        .isEqualTo(
            "Trigger 'all' has waited in vain from 2026-06-01T00:00:00Z to 2026-06-01T09:00:00Z"
                + " for 'customers'.");
    assertThat(birth.firing().labels()).containsExactly(new Label("sla", "missed"));
    assertThat(birth.firing().variables()).containsEntry("missing", List.of("customers"));
    assertThat(look.standing().nextDate()).isEqualTo(Instant.parse("2026-06-02T09:00:00.001Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, 2026-06-01T00:00:00Z, true, true, false",
    "ALL, 2026-06-01T00:00:00Z, true, false, true",
    "ANY, 2026-06-01T00:00:00Z, true, false, false",
    "ANY, 2026-06-01T00:00:00Z, false, false, true",
    // what came true on the day before does not count
    "ALL, 2026-05-31T00:00:00Z, true, true, true",
  })
  void aWindowIsMissedUnlessEnoughHasComeTrueInIt(
      String mode, Instant start, boolean first, boolean second, boolean isMissed) {
    Flow flow = flow(mode);
    var parts = new ArrayList<String>();
    if (first) {
      parts.add("0_orders");
    }
    if (second) {
      parts.add("1_customers");
    }
    came(flow, start, parts.toArray(String[]::new));

    assertThat(look(flow).birth() != null).isEqualTo(isMissed);
  }

  @Test
  void itWaitsForChangesThatWereInTimeAndAreNotDealtWith() {
    Flow flow = flow("ALL");
    var note =
        new StatusNote(
            new ExecutionId("x"),
            new FlowId("company", "orders"),
            3,
            ExecutionStatus.SUCCESS,
            DEADLINE.minusSeconds(1));
    notes.add(new Pending(1, note));

    assertThat(look(flow)).isEqualTo(Look.without(state(flow)));
    assertThat(missed.lookAt(state(flow), NOON)).isAfter(NOON);
  }
}
