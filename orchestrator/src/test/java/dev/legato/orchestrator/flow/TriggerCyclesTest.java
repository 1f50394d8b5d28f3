package dev.legato.orchestrator.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import dev.legato.language.flow.FlowParser;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.plugin.type.TypeCatalog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TriggerCyclesTest {
  private final Map<FlowId, Flow> flows = new HashMap<>();
  private final TriggerCycles cycles = new TriggerCycles(id -> Optional.ofNullable(flows.get(id)));
  private final FlowParser parser =
      new FlowParser(
          TypeCatalog.of(List.of(TriggerCyclesTest.class.getClassLoader())),
          new Expressions(
              () -> Instant.EPOCH,
              new Random(1),
              ExpressionLimits.DEFAULT,
              ExpressionEnvironment.in(ZoneOffset.UTC)));

  private Flow save(String id, String upstream) {
    Flow flow =
        parser
            .parse(
                """
                id: %s
                namespace: company
                tasks:
                  - {id: end, type: io.kestra.plugin.core.execution.Exit}
                triggers:
                  - id: upstream
                    type: io.kestra.plugin.core.trigger.Flow
                    preconditions:
                      id: done
                      flows: [{namespace: company, flowId: %s}]
                """
                    .formatted(id, upstream))
            .flow()
            .orElseThrow();
    flows.put(flow.id(), flow);
    return flow;
  }

  @Test
  void aChainIsNoCircle() {
    save("b", "a");

    assertThat(cycles.in(save("c", "b"))).isEmpty();
  }

  @Test
  void aCircleIsToldInItsOrder() {
    save("b", "a");
    save("c", "b");

    List<Complaint> complaints = cycles.in(save("a", "c"));

    assertThat(complaints).hasSize(1);
    Complaint complaint = complaints.getFirst();
    assertThat(complaint.code()).isEqualTo(ComplaintCode.CYCLE);
    assertThat(complaint.isError()).isFalse();
    assertThat(complaint.path()).isEqualTo("triggers[0]");
    assertThat(complaint.line()).isEqualTo(6);
    assertThat(complaint.message()).contains("company.a → company.b → company.c → company.a");
  }

  @Test
  void aCircleOfOthersIsNotTheirs() {
    save("b", "c");
    save("c", "b");

    assertThat(cycles.in(save("a", "c"))).isEmpty();
  }

  @Test
  void aTriggerThatWaitsForItsOwnFlowIsTold() {
    assertThat(cycles.in(save("a", "a")))
        .singleElement()
        .satisfies(complaint -> assertThat(complaint.message()).contains("its own flow"));
  }
}
