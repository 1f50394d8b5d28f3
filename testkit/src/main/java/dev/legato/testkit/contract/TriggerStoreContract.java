package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.FLOW;
import static dev.legato.testkit.contract.Samples.NASTY;
import static dev.legato.testkit.contract.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.Backfill;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.model.trigger.TriggerState.Evaluation;
import dev.legato.model.trigger.TriggerWindow;
import dev.legato.model.trigger.TriggerWindow.Satisfied;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.StoredFlow;
import dev.legato.storage.TriggerField;
import dev.legato.storage.TriggerStore.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where triggers stand. */
public interface TriggerStoreContract extends StorageContract {
  private static TriggerState schedule(String id, String fingerprint, @Nullable Instant next) {
    return TriggerState.first(
        new TriggerId(FLOW, id), TriggerKind.SCHEDULE, fingerprint, next, START);
  }

  private boolean save(int revision, TriggerState... triggers) {
    var flow = new StoredFlow(FLOW, revision, "id: x", false, false, null, List.of(), START);
    return storage().flows().add(flow, List.of(triggers));
  }

  private static TriggerState full(TriggerId id) {
    return new TriggerState(
        id,
        TriggerKind.POLLING,
        "f1",
        true,
        START,
        START.plusSeconds(60),
        new ExecutionId("abc"),
        new Evaluation("worker" + NASTY, START.plusSeconds(1)),
        new Backfill(
            START,
            START.plusSeconds(99),
            START.plusSeconds(3),
            true,
            Map.of("n", 1, "text", NASTY),
            List.of(new Label("k", NASTY)),
            START.plusSeconds(4),
            START.plusSeconds(5)),
        "no answer: " + NASTY,
        START.plusSeconds(2),
        START.plusSeconds(7));
  }

  @Test
  default void triggersExistAsSoonAsTheirFlowIsSaved() {
    assertThat(save(1, schedule("b", "1", START), schedule("a", "1", null))).isTrue();

    assertThat(storage().triggers().ofFlow(FLOW))
        .containsExactly(schedule("a", "1", null), schedule("b", "1", START));
    assertThat(storage().triggers().find(new TriggerId(FLOW, "b")))
        .contains(schedule("b", "1", START));
    assertThat(storage().triggers().find(new TriggerId(FLOW, "c"))).isEmpty();
    assertThat(storage().triggers().due())
        .containsExactly(new Due(new TriggerId(FLOW, "b"), START));
  }

  @Test
  default void aRevisionThatIsNotAddedLeavesTheTriggersAlone() {
    save(1, schedule("a", "1", START));

    assertThat(save(1, schedule("b", "2", START))).isFalse();

    assertThat(storage().triggers().ofFlow(FLOW)).containsExactly(schedule("a", "1", START));
  }

  @Test
  default void everythingThatIsWrittenComesBackEqual() {
    save(1, schedule("a", "f1", START));
    // the kind belongs to the definition
    TriggerState written = full(new TriggerId(FLOW, "a"));

    assertThat(storage().triggers().update(written)).isTrue();

    TriggerState read = storage().triggers().find(written.id()).orElseThrow();
    assertThat(read).usingRecursiveComparison().ignoringFields("kind").isEqualTo(written);
    assertThat(storage().triggers().locked()).containsExactly(read);
    assertThat(storage().triggers().due()).isEmpty(); // switched off
  }

  @Test
  default void severalAreReadAndWrittenTogether() {
    save(1, schedule("a", "f1", START), schedule("b", "f1", START), schedule("c", "f1", START));
    var a = new TriggerId(FLOW, "a");
    var b = new TriggerId(FLOW, "b");
    var gone = new TriggerId(FLOW, "gone");
    TriggerState moved = schedule("a", "f1", START).evaluated(START, START.plusSeconds(60), START);

    assertThat(
            storage()
                .triggers()
                .update(
                    List.of(
                        moved,
                        schedule("b", "of another definition", null),
                        schedule("gone", "f1", null))))
        .containsExactly(a);

    assertThat(storage().triggers().find(List.of(a, b, gone)))
        .containsExactlyInAnyOrder(moved, schedule("b", "f1", START));
    assertThat(storage().triggers().find(List.of())).isEmpty();
    assertThat(storage().triggers().update(List.of())).isEmpty();
  }

  @Test
  default void anUnchangedTriggerKeepsItsPlace() {
    save(1, schedule("a", "1", START), schedule("gone", "1", START));
    TriggerState fired =
        schedule("a", "1", START)
            .evaluated(START, START.plusSeconds(60), START)
            .firedFor(new ExecutionId("x"), START.plusSeconds(1));
    storage().triggers().update(fired);

    save(2, schedule("a", "1", START.plusSeconds(1_000)));

    assertThat(storage().triggers().ofFlow(FLOW)).containsExactly(fired);
  }

  @Test
  default void aChangedTriggerBeginsAnewButStaysSwitchedOff() {
    save(1, schedule("a", "1", START));
    storage().triggers().update(schedule("a", "1", START).switched(true, null, START));

    save(2, schedule("a", "2", START.plusSeconds(1_000)));

    TriggerState state = storage().triggers().find(new TriggerId(FLOW, "a")).orElseThrow();
    assertThat(state.disabled()).isTrue();
    assertThat(state.nextDate()).isEqualTo(START.plusSeconds(1_000));
    assertThat(state.fingerprint()).isEqualTo("2");
  }

  @Test
  default void whatWasReadBeforeAChangeDoesNotOverwriteIt() {
    save(1, schedule("a", "1", START));
    save(2, schedule("a", "2", START.plusSeconds(1_000)));

    assertThat(storage().triggers().update(schedule("a", "1", START.plusSeconds(60)))).isFalse();

    assertThat(storage().triggers().ofFlow(FLOW))
        .containsExactly(schedule("a", "2", START.plusSeconds(1_000)));
  }

  @Test
  default void aRemovedTriggerIsNotBroughtBackByAnUpdate() {
    save(1, schedule("a", "1", START));

    assertThat(storage().triggers().remove(new TriggerId(FLOW, "a"))).isTrue();
    assertThat(storage().triggers().remove(new TriggerId(FLOW, "a"))).isFalse();

    assertThat(storage().triggers().update(schedule("a", "1", START))).isFalse();
    assertThat(storage().triggers().ofFlow(FLOW)).isEmpty();
  }

  @Test
  default void triggersOfOtherFlowsStay() {
    var other = new FlowId(FLOW.namespace(), "other");
    var state =
        TriggerState.first(new TriggerId(other, "a"), TriggerKind.WEBHOOK, "1", null, START);
    storage()
        .flows()
        .add(
            new StoredFlow(other, 1, "id: x", false, false, null, List.of(), START),
            List.of(state));

    save(1, schedule("a", "1", START));
    save(2);

    assertThat(storage().triggers().ofFlow(FLOW)).isEmpty();
    assertThat(storage().triggers().ofFlow(other)).containsExactly(state);
    assertThat(storage().triggers().ofKind(TriggerKind.WEBHOOK)).containsExactly(state);
    assertThat(storage().triggers().ofKind(TriggerKind.SCHEDULE)).isEmpty();
  }

  @Test
  default void windowsAreWrittenWithTheNotesThatLedToThem() {
    save(1, schedule("a", "1", START));
    var id = new TriggerId(FLOW, "a");
    var window =
        new TriggerWindow(
            id,
            "join" + NASTY,
            "1",
            START,
            START.plusSeconds(60),
            2,
            true,
            Map.of("part" + NASTY, new Satisfied(new ExecutionId("x"), START.plusSeconds(1))));
    var gone =
        new TriggerWindow(new TriggerId(FLOW, "gone"), "j", "1", START, START, 0, false, Map.of());

    storage().triggers().settle(List.of(window, gone), List.of());

    assertThat(storage().triggers().windows(id)).containsExactly(window);
    assertThat(storage().triggers().windows(new TriggerId(FLOW, "gone"))).isEmpty();
    save(2);
    assertThat(storage().triggers().windows(id)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          TRIGGER_ID, EQUALS      , a        , a
          FLOW_ID   , EQUALS      , none     , ``
          KIND      , IN          , SCHEDULE , a b
          DISABLED  , EQUALS      , true     , b
          LOCKED    , EQUALS      , true     , a
          LOCKED    , EQUALS      , false    , b
          EXECUTION_ID, EQUALS    , x        , a
          QUERY     , CONTAINS    , b        , b
          NEXT_DATE , GREATER_THAN, 2030-01-01T00:00:00Z, ``
          """)
  default void findsByFieldAndOperator(
      TriggerField field, Operator operator, String value, String expected) {
    save(1, schedule("a", "1", START), schedule("b", "1", START));
    storage().triggers().update(schedule("a", "1", START).firedFor(new ExecutionId("x"), START));
    storage().triggers().update(schedule("b", "1", START).switched(true, null, START));

    List<String> found =
        storage()
            .triggers()
            .search(
                List.of(new Filter<>(field, operator, List.of(value), null)),
                new PageRequest<>(1, 10, List.of(new Sort<>(TriggerField.TRIGGER_ID, false))))
            .results()
            .stream()
            .map(state -> state.id().trigger())
            .toList();

    assertThat(String.join(" ", found)).isEqualTo(expected);
  }
}
