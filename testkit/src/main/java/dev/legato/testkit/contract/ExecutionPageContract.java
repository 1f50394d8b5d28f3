package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.created;
import static dev.legato.testkit.contract.Samples.taskRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.InvalidSearchException;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sorting and paging of executions. */
public interface ExecutionPageContract extends SearchedExecutions {
  @ParameterizedTest
  @CsvSource({
    "ID, e1 e2 e3 e4 e5 e6",
    "NAMESPACE, e1 e5 e6 e2 e3 e4",
    "FLOW_ID, e4 e3 e1 e2 e5 e6",
    "FLOW_REVISION, e1 e2 e3 e4 e5 e6",
    "STATE, e4 e5 e6 e2 e1 e3",
    "START_DATE, e1 e5 e6 e2 e3 e4",
    "PARENT_ID, e1 e2 e3 e4 e5 e6",
    "TRIGGER_EXECUTION_ID, e1 e2 e3 e4 e6 e5",
  })
  default void sortsInBothDirections(ExecutionField field, String expected) {
    storeSamples();

    List<String> ascending = SearchedExecutions.ids(search(List.of(), field, false));
    assertThat(String.join(" ", ascending)).isEqualTo(expected);
    assertThat(SearchedExecutions.ids(search(List.of(), field, true)))
        .isEqualTo(ascending.reversed());
  }

  @Test
  default void sortsByTheFirstFieldFirst() {
    storeSamples();
    var page =
        new PageRequest<>(
            1,
            10,
            List.of(
                new Sort<>(ExecutionField.STATE, true),
                new Sort<>(ExecutionField.START_DATE, true)));

    assertThat(SearchedExecutions.ids(storage().executions().search(List.of(), page)))
        .containsExactly("e3", "e1", "e2", "e4", "e6", "e5");
  }

  @Test
  default void pagesCutTheResultIntoPiecesWithoutGapsOrRepeats() {
    var batch = new Batch(lease());
    List<String> all = IntStream.range(0, 25).mapToObj("e%02d"::formatted).toList();
    all.forEach(id -> batch.execution(created(id), taskRun(id, 0)));
    commit(batch.build());

    var found = new ArrayList<String>();
    for (int page = 1; page <= 3; page++) {
      Page<ExecutionRecord> results =
          storage()
              .executions()
              .search(
                  List.of(),
                  new PageRequest<>(
                      page, 10, List.of(new Sort<>(ExecutionField.START_DATE, false))));
      assertThat(results.total()).isEqualTo(25);
      found.addAll(SearchedExecutions.ids(results));
    }
    assertThat(found).isEqualTo(all);
  }

  @Test
  default void aPageBehindTheLastIsEmpty() {
    storeSamples();
    var page = new PageRequest<ExecutionField>(1_000_000_000, 1_000, List.of());

    assertThat(storage().executions().search(List.of(), page)).isEqualTo(new Page<>(List.of(), 6));
  }

  @Test
  default void resultsLeaveTheirTaskRunsOut() {
    commit(
        new Batch(lease())
            .execution(created("a"), taskRun("a", 1), taskRun("a", 0))
            .execution(created("b"))
            .execution(created("c"), taskRun("c", 0))
            .build());

    assertThat(search(List.of(), ExecutionField.ID, true).results())
        .containsExactly(created("c"), created("b"), created("a"));
  }

  @ParameterizedTest
  @EnumSource(names = {"LABELS", "QUERY"})
  default void somethingWithoutOrderIsNotSortedBy(ExecutionField field) {
    assertThatThrownBy(() -> search(List.of(), field, false))
        .isInstanceOf(InvalidSearchException.class)
        .hasMessageContaining(field.name());
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "1, 0", "-1, 10", "1, -5"})
  default void pagesCountFromOne(int page, int size) {
    assertThatThrownBy(
            () ->
                storage().executions().search(List.of(), new PageRequest<>(page, size, List.of())))
        .isInstanceOf(InvalidSearchException.class);
  }

  @Test
  default void aThousandSortFieldsAreTooMany() {
    List<Sort<ExecutionField>> list =
        Collections.nCopies(1_000, new Sort<>(ExecutionField.ID, false));

    assertThatThrownBy(
            () -> storage().executions().search(List.of(), new PageRequest<>(1, 10, list)))
        .isInstanceOf(InvalidSearchException.class);
  }
}
