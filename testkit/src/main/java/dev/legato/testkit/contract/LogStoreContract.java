package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.NASTY;
import static dev.legato.testkit.contract.Samples.START;
import static dev.legato.testkit.contract.Samples.id;
import static dev.legato.testkit.contract.Samples.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.InvalidSearchException;
import dev.legato.storage.LogField;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Log lines. */
public interface LogStoreContract extends StorageContract {
  private void append(LogEntry... lines) {
    storage().logs().append(List.of(lines));
    flush();
  }

  private List<LogEntry> read(String execution, List<Filter<LogField>> filters) {
    var lines = new ArrayList<LogEntry>();
    storage().logs().read(id(execution), filters, lines::add);
    return lines;
  }

  private Page<LogEntry> search(LogField field, Operator operator, String... values) {
    return storage()
        .logs()
        .search(
            List.of(new Filter<>(field, operator, List.of(values), null)),
            new PageRequest<>(1, 100, List.of()));
  }

  /** Five lines with messages m1 to m5. */
  private void storeSamples() {
    append(
        line("a", "m1 100%", LogLevel.TRACE, START),
        line("a", "m2 Connection refused", LogLevel.INFO, START.plusSeconds(3)),
        new LogEntry(
            new FlowId("other.sub", "flow"),
            id("b"),
            "extract",
            "run-x",
            2,
            START.plusSeconds(1),
            LogLevel.ERROR,
            "t",
            "m3"),
        new LogEntry(
            new FlowId("other", "flow"),
            id("b"),
            null,
            null,
            null,
            START.plusSeconds(2),
            LogLevel.WARN,
            "t",
            "m4"),
        line("c", "m5", LogLevel.DEBUG, START));
  }

  private static String names(List<LogEntry> lines) {
    return String.join(" ", lines.stream().map(line -> line.message().substring(0, 2)).toList());
  }

  @Test
  default void aLineComesBackEqual() {
    var awkward =
        new LogEntry(
            new FlowId(NASTY, NASTY), id("a"), NASTY, NASTY, 3, START, LogLevel.WARN, NASTY, NASTY);
    var plain =
        new LogEntry(Samples.FLOW, id("a"), null, null, null, START, LogLevel.TRACE, "", "");
    append(awkward, plain);

    assertThat(read("a", List.of())).containsExactly(awkward, plain);
    assertThat(search(LogField.EXECUTION_ID, Operator.EQUALS, "a").results())
        .containsExactly(awkward, plain);
  }

  @Test
  default void aLongLineComesBackWhole() {
    String message = "x€".repeat(500_000);
    append(line("a", message));

    assertThat(read("a", List.of())).containsExactly(line("a", message));
  }

  @Test
  default void linesKeepTheOrderOfWritingWhateverTheirTimes() {
    List<LogEntry> lines =
        IntStream.range(0, 3_500)
            .mapToObj(i -> line("a", "line " + i, LogLevel.INFO, START.minusSeconds(i)))
            .toList();
    for (int from = 0; from < lines.size(); from += 100) {
      storage().logs().append(lines.subList(from, from + 100));
    }
    flush();

    assertThat(read("a", List.of())).isEqualTo(lines);
  }

  @Test
  default void readingSeesOnlyOneExecution() {
    append(line("a", "1"), line("b", "2"), line("a", "3"));

    assertThat(read("a", List.of())).extracting(LogEntry::message).containsExactly("1", "3");
    assertThat(read("none", List.of())).isEmpty();
  }

  @Test
  default void theLinesOfAllExecutionsAreReadInTheOrderOfWriting() {
    storeSamples();
    var all = new ArrayList<LogEntry>();
    storage().logs().readAll(List.of(), all::add);
    var errors = new ArrayList<LogEntry>();
    storage()
        .logs()
        .readAll(List.of(Filter.of(LogField.NAMESPACE, Operator.EQUALS, "other.sub")), errors::add);

    assertThat(names(all)).isEqualTo("m1 m2 m3 m4 m5");
    assertThat(names(errors)).isEqualTo("m3");
  }

  @Test
  default void readingCanBeFiltered() {
    storeSamples();

    assertThat(names(read("a", List.of(Filter.of(LogField.LEVEL, Operator.EQUALS, "INFO")))))
        .isEqualTo("m2");
    assertThat(names(read("b", List.of(Filter.of(LogField.TASK_ID, Operator.EQUALS, "extract")))))
        .isEqualTo("m3");
    assertThat(read("a", List.of(Filter.of(LogField.EXECUTION_ID, Operator.EQUALS, "b"))))
        .isEmpty();
  }

  @Test
  default void linesAreFollowedByPosition() {
    append(line("a", "1"), line("b", "x"), line("a", "2"));
    var seen = new ArrayList<String>();
    Consumer<LogEntry> reader = line -> seen.add(line.message());

    long first = storage().logs().readAfter(id("a"), 0, List.of(), reader);
    assertThat(storage().logs().readAfter(id("a"), first, List.of(), reader)).isEqualTo(first);
    append(line("a", "3"), line("b", "y"));
    long second = storage().logs().readAfter(id("a"), first, List.of(), reader);

    assertThat(second).isGreaterThan(first);
    assertThat(seen).containsExactly("1", "2", "3");
  }

  @Test
  default void listenersHearOfLinesThatCanBeRead() throws InterruptedException {
    var seen = new LinkedBlockingQueue<Map.Entry<Set<ExecutionId>, Long>>();
    storage()
        .logs()
        .listen(
            executions ->
                seen.add(
                    Map.entry(
                        executions, search(LogField.EXECUTION_ID, Operator.EQUALS, "a").total())));
    append(line("a", "1"), line("b", "2"));
    commit(new Batch(lease()).execution(Samples.created("e")).build());
    commit(new Batch(lease()).log(line("a", "3")).build());

    assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(Map.entry(Set.of(id("a"), id("b")), 1L));
    assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(Map.entry(Set.of(id("a")), 2L));
  }

  @Test
  default void aReaderMayAskTheStoreMeanwhile() {
    append(line("a", "1"), line("a", "2"));
    var seen = new ArrayList<Long>();
    storage()
        .logs()
        .read(
            id("a"),
            List.of(),
            _ -> seen.add(search(LogField.EXECUTION_ID, Operator.EQUALS, "a").total()));

    assertThat(seen).containsExactly(2L, 2L);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          NAMESPACE   , EQUALS                  , other                , m4
          NAMESPACE   , PREFIX                  , other                , m3 m4
          FLOW_ID     , EQUALS                  , flow                 , m3 m4
          EXECUTION_ID, IN                      , a|c                  , m1 m2 m5
          EXECUTION_ID, NOT_EQUALS              , a                    , m3 m4 m5
          TASK_ID     , EQUALS                  , extract              , m3
          TASK_ID     , NOT_EQUALS              , extract              , m1 m2 m4 m5
          TASK_RUN_ID , EQUALS                  , run-a                , m1 m2
          ATTEMPT     , EQUALS                  , 2                    , m3
          ATTEMPT     , NOT_EQUALS              , 0                    , m3 m4
          TRIGGER_ID  , EQUALS                  , any                  , ``
          LEVEL       , EQUALS                  , WARN                 , m3 m4
          LEVEL       , EQUALS                  , TRACE                , m1 m2 m3 m4 m5
          LEVEL       , GREATER_THAN_OR_EQUAL_TO, ERROR                , m3
          LEVEL       , NOT_EQUALS              , ERROR                , m1 m2 m4 m5
          LEVEL       , IN                      , DEBUG|TRACE          , m1 m5
          LEVEL       , NOT_IN                  , DEBUG|TRACE          , m2 m3 m4
          TIMESTAMP   , GREATER_THAN            , 2026-01-31T12:00:01.123456Z, m2 m4
          TIMESTAMP   , LESS_THAN_OR_EQUAL_TO   , 2026-01-31T12:00:01.123456Z, m1 m3 m5
          QUERY       , EQUALS                  , CONNECTION           , m2
          QUERY       , EQUALS                  , 0%                   , m1
          QUERY       , EQUALS                  , %                    , m1
          QUERY       , EQUALS                  , ____                 , ``
          """)
  default void findsByFieldAndOperator(
      LogField field, Operator operator, String values, String expected) {
    storeSamples();

    Page<LogEntry> found = search(field, operator, values.split("\\|", -1));
    assertThat(names(found.results())).isEqualTo(expected);
    assertThat(found.total()).isEqualTo(found.results().size());
  }

  @ParameterizedTest
  @CsvSource({
    "TIMESTAMP, m1 m5 m3 m4 m2",
    "LEVEL, m1 m5 m2 m4 m3",
    "EXECUTION_ID, m1 m2 m3 m4 m5",
    "NAMESPACE, m1 m2 m5 m4 m3",
  })
  default void sortsInBothDirections(LogField field, String expected) {
    storeSamples();

    for (boolean descending : List.of(false, true)) {
      var page = new PageRequest<>(1, 10, List.of(new Sort<>(field, descending)));
      String found = names(storage().logs().search(List.of(), page).results());
      List<String> order = Arrays.asList(expected.split(" ", -1));
      assertThat(found).isEqualTo(String.join(" ", descending ? order.reversed() : order));
    }
  }

  @Test
  default void pages() {
    storeSamples();
    Page<LogEntry> second = storage().logs().search(List.of(), new PageRequest<>(2, 2, List.of()));

    assertThat(second.total()).isEqualTo(5);
    assertThat(names(second.results())).isEqualTo("m3 m4");
  }

  @Test
  default void deletesWhatMatchesInOneExecution() {
    storeSamples();
    var logs = storage().logs();

    assertThat(logs.delete(id("a"), List.of(Filter.of(LogField.LEVEL, Operator.EQUALS, "INFO"))))
        .isEqualTo(1);
    assertThat(names(read("a", List.of()))).isEqualTo("m1");
    assertThat(logs.delete(id("b"), List.of())).isEqualTo(2);
    assertThat(logs.delete(id("b"), List.of())).isZero();
    assertThat(search(LogField.LEVEL, Operator.EQUALS, "TRACE").total()).isEqualTo(2);
  }

  @Test
  default void deletesManyLines() {
    storage().logs().append(IntStream.range(0, 2_345).mapToObj(i -> line("a", "l" + i)).toList());
    append(line("b", "stays"));

    assertThat(storage().logs().delete(id("a"), List.of())).isEqualTo(2_345);
    assertThat(read("b", List.of())).hasSize(1);
  }

  @Test
  default void purgesWhatMatchesInAllExecutions() {
    storage().logs().append(IntStream.range(0, 1_234).mapToObj(i -> line("a", "l" + i)).toList());
    append(line("b", "goes, too"));
    flush();
    var logs = storage().logs();

    assertThat(logs.purge(List.of(Filter.of(LogField.NAMESPACE, Operator.EQUALS, "nowhere"))))
        .isZero();
    assertThat(logs.purge(List.of(Filter.of(LogField.EXECUTION_ID, Operator.EQUALS, "b"))))
        .isEqualTo(1);
    assertThat(logs.purge(List.of())).isEqualTo(1_234);
    assertThat(read("a", List.of())).isEmpty();
  }

  @Test
  default void anUnknownLevelIsTheCallersMistake() {
    assertThatThrownBy(() -> search(LogField.LEVEL, Operator.EQUALS, "LOUD"))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageContaining("LOUD");
    assertThatThrownBy(() -> search(LogField.LEVEL, Operator.CONTAINS, "A"))
        .isInstanceOf(InvalidSearchException.class);
  }
}
