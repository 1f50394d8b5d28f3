package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.FLOW;
import static dev.legato.testkit.contract.Samples.NASTY;
import static dev.legato.testkit.contract.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.FlowField;
import dev.legato.storage.InvalidSearchException;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.StoredFlow;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Flows and their revisions. */
public interface FlowStoreContract extends StorageContract {
  private static StoredFlow flow(FlowId id, int revision) {
    return new StoredFlow(
        id, revision, "id: " + id.id() + " #" + revision, false, false, null, List.of(), START);
  }

  private static StoredFlow removal(FlowId id, int revision) {
    return new StoredFlow(id, revision, "", true, false, null, List.of(), START);
  }

  private Page<StoredFlow> search(
      FlowField field, Operator operator, @Nullable String key, String... values) {
    return storage()
        .flows()
        .search(
            List.of(new Filter<>(field, operator, List.of(values), key)),
            new PageRequest<>(1, 100, List.of()));
  }

  private static String ids(Page<StoredFlow> page) {
    return String.join(" ", page.results().stream().map(flow -> flow.id().id()).toList());
  }

  @Test
  default void aFlowThatWasNeverAddedIsAbsent() {
    assertThat(storage().flows().latest(FLOW)).isEmpty();
    assertThat(storage().flows().find(FLOW, 1)).isEmpty();
    assertThat(storage().flows().revisions(FLOW)).isEmpty();
    assertThat(storage().flows().namespaces()).isEmpty();
  }

  @Test
  default void aFlowComesBackEqual() {
    var id = new FlowId("name" + NASTY, "id" + NASTY);
    var flow =
        new StoredFlow(
            id,
            3,
            "source: " + NASTY,
            false,
            true,
            NASTY,
            List.of(new Label("k" + NASTY, NASTY), new Label("a", "")),
            START);

    assertThat(storage().flows().add(flow, List.of())).isTrue();

    assertThat(storage().flows().latest(id)).contains(flow);
    assertThat(storage().flows().find(id, 3)).contains(flow);
    assertThat(storage().flows().revisions(id)).containsExactly(flow);
    assertThat(storage().flows().namespaces()).containsExactly(id.namespace());
  }

  @Test
  default void revisionsComeOldestFirst() {
    for (int revision = 1; revision <= 12; revision++) {
      storage().flows().add(flow(FLOW, revision), List.of());
    }

    assertThat(storage().flows().revisions(FLOW))
        .extracting(StoredFlow::revision)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    assertThat(storage().flows().latest(FLOW)).contains(flow(FLOW, 12));
    assertThat(storage().flows().find(FLOW, 2)).contains(flow(FLOW, 2));
    assertThat(storage().flows().find(FLOW, 13)).isEmpty();
  }

  @Test
  default void aRevisionIsAddedOnce() {
    assertThat(storage().flows().add(flow(FLOW, 1), List.of())).isTrue();
    assertThat(storage().flows().add(removal(FLOW, 1), List.of())).isFalse();

    assertThat(storage().flows().revisions(FLOW)).containsExactly(flow(FLOW, 1));
  }

  @Test
  default void ofManyWhoAddTheSameRevisionOneWins() {
    try (ExecutorService adders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Boolean>> added =
          IntStream.range(0, 8)
              .mapToObj(
                  _ ->
                      CompletableFuture.supplyAsync(
                          () -> storage().flows().add(flow(FLOW, 1), List.of()), adders))
              .toList();

      assertThat(added.stream().map(CompletableFuture::join).filter(won -> won)).hasSize(1);
    }
  }

  @Test
  default void aSearchFindsOnlyTheNewestRevision() {
    storage().flows().add(flow(FLOW, 1), List.of());
    storage().flows().add(flow(FLOW, 2), List.of());

    assertThat(search(FlowField.ID, Operator.EQUALS, null, "load"))
        .isEqualTo(new Page<>(List.of(flow(FLOW, 2)), 1));
    assertThat(search(FlowField.SOURCE, Operator.EQUALS, null, "#1").total()).isZero();
  }

  @Test
  default void anOldRevisionThatComesLateIsNotTheNewest() {
    storage().flows().add(flow(FLOW, 5), List.of());
    storage().flows().add(flow(FLOW, 2), List.of());

    assertThat(storage().flows().latest(FLOW)).contains(flow(FLOW, 5));
    assertThat(search(FlowField.ID, Operator.EQUALS, null, "load").results())
        .containsExactly(flow(FLOW, 5));
  }

  @Test
  default void aRemovedFlowIsNotFoundButItsRevisionsStay() {
    storage().flows().add(flow(FLOW, 1), List.of());
    storage().flows().add(removal(FLOW, 2), List.of());

    assertThat(search(FlowField.ID, Operator.EQUALS, null, "load").total()).isZero();
    assertThat(storage().flows().namespaces()).isEmpty();
    assertThat(storage().flows().latest(FLOW)).contains(removal(FLOW, 2));
    assertThat(storage().flows().revisions(FLOW)).hasSize(2);
  }

  @Test
  default void aRemovedFlowCanComeBack() {
    storage().flows().add(flow(FLOW, 1), List.of());
    storage().flows().add(removal(FLOW, 2), List.of());
    storage().flows().add(flow(FLOW, 3), List.of());

    assertThat(search(FlowField.ID, Operator.EQUALS, null, "load").results())
        .containsExactly(flow(FLOW, 3));
    assertThat(storage().flows().namespaces()).containsExactly("company.team");
  }

  @Test
  default void namespacesAreSortedAndNamedOnce() {
    for (String namespace : List.of("b", "a.x", "a", "b")) {
      storage().flows().add(flow(new FlowId(namespace, "one" + namespace), 1), List.of());
      storage().flows().add(flow(new FlowId(namespace, "two"), 1), List.of());
    }

    assertThat(storage().flows().namespaces()).containsExactly("a", "a.x", "b");
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          ID       , EQUALS      ,     , one        , one
          ID       , NOT_EQUALS  ,     , one        , two three%
          ID       , IN          ,     , one|two    , one two
          ID       , CONTAINS    ,     , %          , three%
          ID       , REGEX       ,     , ^t.o$      , two
          NAMESPACE, PREFIX      ,     , a          , one two
          NAMESPACE, EQUALS      ,     , a          , one
          REVISION , GREATER_THAN,     , 1          , two
          LABELS   , EQUALS      , env , prod       , one
          LABELS   , NOT_EQUALS  , env , prod       , two three%
          LABELS   , IN          , env , prod|dev   , one two
          LABELS   , EQUALS      , prod, env        , ``
          QUERY    , EQUALS      ,     , DESCRIBED  , two
          QUERY    , EQUALS      ,     , _          , ``
          QUERY    , CONTAINS    ,     , a.b        , two
          QUERY    , NOT_EQUALS  ,     , described  , one three%
          SOURCE   , EQUALS      ,     , 50%        , three%
          SOURCE   , EQUALS      ,     , log        , one two three%
          """)
  default void findsByFieldAndOperator(
      FlowField field, Operator operator, String key, String values, String expected) {
    var flows = storage().flows();
    flows.add(
        new StoredFlow(
            new FlowId("a", "one"),
            1,
            "Log",
            false,
            false,
            null,
            List.of(new Label("env", "prod")),
            START),
        List.of());
    flows.add(flow(new FlowId("a.b", "two"), 1), List.of());
    flows.add(
        new StoredFlow(
            new FlowId("a.b", "two"),
            2,
            "Log",
            false,
            false,
            "Well described",
            List.of(new Label("x", "y"), new Label("env", "dev")),
            START),
        List.of());
    flows.add(
        new StoredFlow(
            new FlowId("ab", "three%"), 1, "log 50% more", false, true, null, List.of(), START),
        List.of());

    assertThat(ids(search(field, operator, key, values.split("\\|", -1)))).isEqualTo(expected);
  }

  @Test
  default void revisionsAreForgottenButNeverTheNewest() {
    var flows = storage().flows();
    for (int revision = 1; revision <= 4; revision++) {
      flows.add(flow(FLOW, revision), List.of());
    }

    assertThat(flows.removeRevisions(FLOW, List.of(2, 3, 4, 9))).isEqualTo(2);

    assertThat(flows.revisions(FLOW)).extracting(StoredFlow::revision).containsExactly(1, 4);
    assertThat(flows.before(FLOW, 4))
        .hasValueSatisfying(flow -> assertThat(flow.revision()).isEqualTo(1));
    assertThat(flows.before(FLOW, 1)).isEmpty();
    assertThat(flows.latest(FLOW))
        .hasValueSatisfying(flow -> assertThat(flow.revision()).isEqualTo(4));
  }

  @Test
  default void sortsAndPages() {
    for (String name : List.of("c", "a", "b")) {
      storage().flows().add(flow(new FlowId("n" + name, name), 1), List.of());
    }
    var page = new PageRequest<>(2, 2, List.of(new Sort<>(FlowField.ID, true)));

    Page<StoredFlow> found = storage().flows().search(List.of(), page);
    assertThat(found.total()).isEqualTo(3);
    assertThat(ids(found)).isEqualTo("a");
    assertThat(ids(storage().flows().search(List.of(), new PageRequest<>(1, 10, List.of()))))
        .isEqualTo("a b c");
  }

  @ParameterizedTest
  @EnumSource(names = {"LABELS", "QUERY", "SOURCE"})
  default void somethingWithoutOrderIsNotSortedBy(FlowField field) {
    var page = new PageRequest<>(1, 10, List.of(new Sort<>(field, false)));

    assertThatThrownBy(() -> storage().flows().search(List.of(), page))
        .isInstanceOf(InvalidSearchException.class);
  }
}
