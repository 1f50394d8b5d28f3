package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.model.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SeedFlowsTest {
  @ParameterizedTest
  @ValueSource(strings = {"01-hello-world", "02-hello-world-input", "05-flow-with-trigger"})
  void flowsOfKnownTypesAreValidAndCompile(String name) {
    Plan plan = Flows.compile(read(name));

    assertThat(plan.positions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          03-beer                           | gcp.bigquery.Load, gcp.bigquery.Query
          04-wikipedia-top-ten              | gcp.bigquery.Query, serdes.csv.CsvWriter
          06-wikipedia-top-ten-python-pandas| gcp.bigquery.Query, serdes.csv.CsvWriter, scripts.Python
          """)
  void flowsOfMissingPluginsNameExactlyThose(String name, String types) {
    ParseResult result = read(name);

    assertThat(result.errors())
        .allMatch(e -> e.code() == ComplaintCode.UNKNOWN_TYPE)
        .extracting(Complaint::message)
        .zipSatisfy(
            List.of(types.split(", ")), (message, type) -> assertThat(message).contains(type));
    assertThat(result.flow()).isEmpty();
  }

  @Test
  void theOldNameOfAnInputIsAcceptedAndReported() {
    ParseResult result = read("02-hello-world-input");

    assertThat(Flows.valid(result).inputs()).singleElement().matches(i -> i.id().equals("name"));
    assertThat(result.complaints())
        .extracting(Complaint::code, Complaint::path)
        .contains(tuple(ComplaintCode.DEPRECATED_PROPERTY, "inputs[0].name"));
  }

  @Test
  void theOldNameOfATypeIsReportedAsReplaced() {
    assertThat(read("01-hello-world").complaints())
        .filteredOn(complaint -> complaint.code() == ComplaintCode.RENAMED_TYPE)
        .extracting(Complaint::message)
        .containsExactly(
            "'io.kestra.core.tasks.debugs.Echo' is replaced by 'io.kestra.plugin.core.debug.Echo'.");
  }

  @Test
  void triggersAreKeptInTheDocument() {
    assertThat(Flows.valid(read("05-flow-with-trigger")).document().get("triggers"))
        .asString()
        .contains("cron=*/1 * * * *");
  }

  private static ParseResult read(String name) {
    return Flows.parse(Flows.resource("seed-flows/" + name + ".yaml"));
  }
}
