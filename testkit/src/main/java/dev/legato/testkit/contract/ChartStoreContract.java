package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.FLOW;
import static dev.legato.testkit.contract.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.model.log.MetricEntry;
import dev.legato.storage.Bucket;
import dev.legato.storage.ChartColumn;
import dev.legato.storage.ChartColumn.Aggregate;
import dev.legato.storage.ChartField;
import dev.legato.storage.ChartFilter;
import dev.legato.storage.ChartQuery;
import dev.legato.storage.ChartQuery.Order;
import dev.legato.storage.ChartRows;
import dev.legato.storage.ChartSource;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.InvalidSearchException;
import dev.legato.storage.StoredFlow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures over many rows. */
public interface ChartStoreContract extends SearchedExecutions {
  private ChartRows run(ChartSource source, List<ChartColumn> columns, ChartFilter... filters) {
    return storage().charts().run(ChartQuery.of(source, columns, List.of(filters), 100));
  }

  @Test
  default void executionsAreCountedByState() {
    storeSamples();

    ChartRows rows =
        run(
            ChartSource.EXECUTIONS,
            List.of(ChartColumn.of(ChartField.STATE), ChartColumn.count()),
            ChartFilter.of(
                ChartField.START_DATE, Operator.GREATER_THAN_OR_EQUAL_TO, "2026-01-01T00:00:00Z"));

    assertThat(rows.rows()).hasToString("[[CREATED, 3], [FAILED, 1], [SUCCESS, 1], [WARNING, 1]]");
    assertThat(rows.total()).isEqualTo(4);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "MINUTE, 2026-01-31T12:00:00Z",
    "HOUR, 2026-01-31T12:00:00Z",
    "DAY, 2026-01-31T00:00:00Z",
    "WEEK, 2026-01-26T00:00:00Z",
    "MONTH, 2026-01-01T00:00:00Z"
  })
  default void momentsAreCutIntoPieces(Bucket bucket, Instant begin) {
    storeSamples();

    ChartRows rows =
        run(
            ChartSource.EXECUTIONS,
            List.of(ChartColumn.of(ChartField.START_DATE, bucket), ChartColumn.count()));

    assertThat(rows.rows().getFirst().getFirst()).isEqualTo(begin).isEqualTo(bucket.begin(START));
  }

  @Test
  default void lengthsOfTimeAreSeconds() {
    storeSamples();

    ChartRows rows =
        run(
            ChartSource.EXECUTIONS,
            List.of(ChartColumn.of(Aggregate.SUM, ChartField.DURATION)),
            ChartFilter.of(ChartField.STATE, Operator.EQUALS, "SUCCESS"));

    assertThat(rows.rows()).hasToString("[[10.0]]");
  }

  @Test
  default void labelsAreColumnsAndConditions() {
    storeSamples();
    var env = new ChartColumn(ChartField.LABELS, "env", null, null);
    var isProd =
        new ChartFilter.Compared(
            new Filter<>(ChartField.LABELS, Operator.EQUALS, List.of("prod"), "env"));

    assertThat(run(ChartSource.EXECUTIONS, List.of(env, ChartColumn.count())).rows())
        .hasToString("[[null, 4], [dev, 1], [prod, 1]]");
    assertThat(run(ChartSource.EXECUTIONS, List.of(ChartColumn.of(ChartField.ID)), isProd).rows())
        .hasToString("[[e3]]");
    assertThat(
            run(
                    ChartSource.EXECUTIONS,
                    List.of(ChartColumn.of(ChartField.ID)),
                    new ChartFilter.Present(ChartField.LABELS, "env", true))
                .rows())
        .hasToString("[[e3], [e4]]");
  }

  @Test
  default void oneOfSeveralConditionsIsEnough() {
    storeSamples();

    ChartRows rows =
        run(
            ChartSource.EXECUTIONS,
            List.of(ChartColumn.of(ChartField.ID)),
            new ChartFilter.AnyOf(
                List.of(
                    ChartFilter.of(ChartField.ID, Operator.EQUALS, "e1"),
                    ChartFilter.of(ChartField.STATE, Operator.IN, "FAILED", "KILLED"))));

    assertThat(rows.rows()).hasToString("[[e1], [e2]]");
  }

  @Test
  default void rowsAreSortedAndPaged() {
    storeSamples();
    var columns = List.of(ChartColumn.of(ChartField.ID), ChartColumn.of(ChartField.FLOW_ID));
    var order = List.of(new Order(1, false), new Order(0, true));

    ChartRows plain =
        storage()
            .charts()
            .run(new ChartQuery(ChartSource.EXECUTIONS, columns, List.of(), order, 2, 2));
    ChartRows grouped =
        storage()
            .charts()
            .run(
                new ChartQuery(
                    ChartSource.EXECUTIONS,
                    List.of(ChartColumn.of(ChartField.ID), ChartColumn.count()),
                    List.of(),
                    List.of(new Order(0, true)),
                    2,
                    1));

    assertThat(plain.total()).isEqualTo(6);
    assertThat(plain.rows()).hasSize(2);
    assertThat(grouped.rows()).hasToString("[[e5, 1], [e4, 1]]");
    assertThat(grouped.total()).isEqualTo(6);
  }

  @Test
  default void linesAreCountedByLevel() {
    var lines =
        Stream.of(LogLevel.INFO, LogLevel.WARN, LogLevel.WARN)
            .map(
                level ->
                    new LogEntry(
                        FLOW, Samples.id("e1"), "task", "run", 0, START, level, "main", "text"))
            .toList();
    storage().logs().append(lines);
    flush();

    assertThat(
            run(ChartSource.LOGS, List.of(ChartColumn.of(ChartField.LEVEL), ChartColumn.count()))
                .rows())
        .hasToString("[[INFO, 1], [WARN, 2]]");
  }

  @Test
  default void figuresAndFlowsAreCounted() {
    var figure =
        new MetricEntry(
            FLOW,
            Samples.id("e1"),
            "task",
            "run",
            MetricEntry.Kind.COUNTER,
            "rows",
            1.5,
            Map.of(),
            START);
    storage().metrics().append(List.of(figure));
    flush();
    var id = new FlowId("a.b", "one");
    storage()
        .flows()
        .add(new StoredFlow(id, 1, "id: one", false, false, null, List.of(), START), List.of());
    var name = ChartColumn.of(ChartField.NAME);
    var largest = ChartColumn.of(Aggregate.MAX, ChartField.VALUE);
    var namespace = ChartColumn.of(ChartField.NAMESPACE);
    var large = ChartFilter.of(ChartField.VALUE, Operator.GREATER_THAN, "1");

    assertThat(run(ChartSource.METRICS, List.of(name, largest), large).rows())
        .hasToString("[[rows, 1.5]]");
    assertThat(run(ChartSource.FLOWS, List.of(namespace, ChartColumn.count())).rows())
        .hasToString("[[a.b, 1]]");
    assertThat(run(ChartSource.TRIGGERS, List.of(ChartColumn.count())).rows()).hasToString("[[0]]");
  }

  @Test
  default void whatMakesNoSenseIsRefused() {
    List<ChartColumn> value = List.of(ChartColumn.of(ChartField.VALUE));
    List<ChartColumn> sumOfTexts = List.of(ChartColumn.of(Aggregate.SUM, ChartField.STATE));
    List<ChartColumn> labels = List.of(ChartColumn.of(ChartField.LABELS));

    for (var columns : List.of(value, sumOfTexts, labels)) {
      assertThatThrownBy(() -> run(ChartSource.EXECUTIONS, columns))
          .isInstanceOf(InvalidSearchException.class);
    }
  }
}
