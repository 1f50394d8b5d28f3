package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.FLOW;
import static dev.legato.testkit.contract.Samples.NASTY;
import static dev.legato.testkit.contract.Samples.START;
import static dev.legato.testkit.contract.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.flow.FlowId;
import dev.legato.model.log.MetricEntry;
import dev.legato.model.log.MetricEntry.Kind;
import dev.legato.storage.MetricStore.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that tasks report. */
public interface MetricStoreContract extends StorageContract {
  private static MetricEntry metric(String execution, Kind kind, double value) {
    return new MetricEntry(
        FLOW, id(execution), "task", "run", kind, "rows", value, Map.of(), START);
  }

  @Test
  default void aFigureComesBackEqual() {
    var awkward =
        new MetricEntry(
            new FlowId(NASTY, NASTY),
            id("a"),
            NASTY,
            NASTY,
            Kind.TIMER,
            NASTY,
            0.25,
            Map.of(NASTY, NASTY, "b", ""),
            START);
    storage().metrics().append(List.of(awkward, metric("a", Kind.GAUGE, -1)));
    flush();

    assertThat(storage().metrics().find(id("a")))
        .containsExactly(awkward, metric("a", Kind.GAUGE, -1));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        1e300,
        Double.MIN_VALUE,
        9007199254740991.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      })
  default void everyNumberComesBack(double value) {
    storage().metrics().append(List.of(metric("a", Kind.COUNTER, value)));
    flush();

    assertThat(storage().metrics().find(id("a"))).containsExactly(metric("a", Kind.COUNTER, value));
  }

  @Test
  default void figuresKeepTheOrderOfWritingAndTheirExecution() {
    List<MetricEntry> written =
        IntStream.range(0, 100).mapToObj(i -> metric("a", Kind.COUNTER, 100 - i)).toList();
    for (MetricEntry figure : written) {
      storage().metrics().append(List.of(figure, metric("b", Kind.GAUGE, figure.value())));
    }
    flush();

    assertThat(storage().metrics().find(id("a"))).isEqualTo(written);
    assertThat(storage().metrics().find(id("b"))).hasSize(100);
    assertThat(storage().metrics().find(id("c"))).isEmpty();
  }

  private static MetricEntry of(FlowId flow, String task, String name, Instant at, double value) {
    return new MetricEntry(flow, id("a"), task, "run", Kind.COUNTER, name, value, Map.of(), at);
  }

  @Test
  default void theFiguresOfAFlowAreFoundByNameTaskAndTime() {
    var other = new FlowId(FLOW.namespace(), "other");
    Instant end = START.plusSeconds(10);
    var early = of(FLOW, "load", "rows", START, 1);
    var late = of(FLOW, "save", "rows", end.minusNanos(1_000), 3);
    storage()
        .metrics()
        .append(
            List.of(
                late,
                early,
                of(FLOW, "load", "bytes", START, 5),
                of(FLOW, "load", "rows", end, 7),
                of(FLOW, "load", "rows", START.minusSeconds(1), 9),
                of(other, "copy", "rows", START, 11)));
    flush();

    assertThat(storage().metrics().names(FLOW, null)).containsExactly("bytes", "rows");
    assertThat(storage().metrics().names(FLOW, "save")).containsExactly("rows");
    assertThat(storage().metrics().names(other, "save")).isEmpty();
    assertThat(storage().metrics().tasks(FLOW)).containsExactly("load", "save");
    assertThat(read(new Series(FLOW, null, "rows", START, end))).containsExactly(early, late);
    assertThat(read(new Series(FLOW, "save", "rows", START, end))).containsExactly(late);
    assertThat(read(new Series(FLOW, null, "none", START, end))).isEmpty();
  }

  private List<MetricEntry> read(Series series) {
    var read = new ArrayList<MetricEntry>();
    storage().metrics().read(series, read::add);
    return read;
  }
}
