package dev.legato.orchestrator.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.Severity;
import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import dev.legato.language.flow.FlowParser;
import dev.legato.language.flow.ParseResult;
import dev.legato.model.flow.FlowId;
import dev.legato.plugin.type.TypeCatalog;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MissingSubflowsTest {
  private static final FlowId KNOWN = new FlowId("company", "known");

  private final MissingSubflows missing = new MissingSubflows(KNOWN::equals);
  private final FlowParser parser =
      new FlowParser(
          TypeCatalog.of(List.of(MissingSubflowsTest.class.getClassLoader())),
          new Expressions(
              () -> Instant.EPOCH,
              new Random(1),
              ExpressionLimits.DEFAULT,
              ExpressionEnvironment.in(ZoneOffset.UTC)));

  private List<Complaint> complaints(String call) {
    ParseResult parsed =
        parser.parse(
            """
            id: caller
            namespace: company
            tasks:
              - id: group
                type: io.kestra.plugin.core.flow.Sequential
                tasks:
                  - {id: call, %s}
            """
                .formatted(call));
    assertThat(parsed.errors()).isEmpty();
    return missing.among(parsed.calledFlows());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: core.flow.Subflow",
        "type: io.kestra.core.tasks.flows.Flow",
        "type: io.kestra.plugin.core.flow.ForEachItem, items: '{{ labels.uri }}'"
      })
  void aTaskThatCallsAFlowThatDoesNotExistIsTold(String type) {
    List<Complaint> complaints = complaints(type + ", namespace: company, flowId: gone");

    assertThat(complaints).hasSize(1);
    Complaint complaint = complaints.getFirst();
    assertThat(complaint.severity()).isEqualTo(Severity.INFO);
    assertThat(complaint.path()).isEqualTo("tasks[0].tasks[0].flowId");
    assertThat(complaint.task()).isEqualTo("call");
    assertThat(complaint.line()).isEqualTo(7);
    assertThat(complaint.message()).contains("no flow 'company.gone'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "namespace: company, flowId: known",
        "namespace: company, flowId: '{{ labels.id }}'",
        "namespace: '{{ flow.namespace }}', flowId: gone"
      })
  void whatExistsOrIsOnlyKnownLaterIsNot(String address) {
    assertThat(complaints("type: core.flow.Subflow, " + address)).isEmpty();
  }

  @Test
  void eachCallIsToldWhereItStands() {
    List<Complaint> complaints =
        complaints(
            """
            type: core.flow.Subflow, namespace: company, flowId: gone}
                  - {id: other, type: core.flow.Subflow, namespace: elsewhere, flowId: gone\
            """);

    assertThat(complaints)
        .extracting(Complaint::task, Complaint::line, Complaint::path)
        .containsExactly(
            tuple("call", 7, "tasks[0].tasks[0].flowId"),
            tuple("other", 8, "tasks[0].tasks[1].flowId"));
  }

  @Test
  void aFlowWithoutCallsIsNot() {
    assertThat(complaints("type: core.execution.Exit")).isEmpty();
  }
}
