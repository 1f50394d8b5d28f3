package dev.legato.orchestrator.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.engine.Admission.Verdict;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.flow.Concurrency;
import dev.legato.model.flow.Concurrency.Behavior;
import dev.legato.model.flow.FlowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Places of a flow against the executions that have them: L1 to L10 of a limit that holds. */
class SlotsTest {
  private static final FlowId FLOW = new FlowId("test", "limited");
  private static final FlowId OTHER = new FlowId("test", "other");
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  /** Rows in the order of their creation. */
  private final Map<ExecutionId, ExecutionRecord> rows = new LinkedHashMap<>();

  private @Nullable Concurrency limit = new Concurrency(2, Behavior.QUEUE);
  private int seconds;
  private Slots slots = newSlots();

  private Slots newSlots() {
    return new Slots(id -> Optional.ofNullable(rows.get(id)), flow -> limitOf(flow));
  }

  private Optional<Concurrency> limitOf(FlowId flow) {
    return flow.equals(FLOW) ? Optional.ofNullable(limit) : Optional.empty();
  }

  @Test
  void aBurstStartsNoMoreThanTheLimitAndQueuesTheRest() {
    assertThat(create("a", "b", "c", "d"))
        .containsExactly(Verdict.GRANTED, Verdict.GRANTED, Verdict.QUEUED, Verdict.QUEUED);
    assertThat(slots.used(FLOW)).isEqualTo(2);
    assertThat(slots.waiting(rows.get(id("d")))).contains(new Waiting(2, 2, 2, 2));
  }

  @ParameterizedTest
  @EnumSource(
      value = ExecutionStatus.class,
      names = {"SUCCESS", "WARNING", "FAILED", "KILLED", "CANCELLED", "RETRIED"})
  void everyEndFreesExactlyOnePlaceForTheOneThatCameFirst(ExecutionStatus end) {
    create("a", "b", "c", "d");

    assertThat(enter("a", end)).containsExactly(id("c"));
    assertThat(enter("c", ExecutionStatus.RUNNING)).isEmpty();
    assertThat(slots.used(FLOW)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = ExecutionStatus.class,
      names = {"PAUSED", "RETRYING", "RESTARTED", "KILLING"})
  void whatHasNotEndedKeepsItsPlace(ExecutionStatus status) {
    create("a", "b", "c");

    assertThat(enter("a", status)).isEmpty();
    assertThat(slots.used(FLOW)).isEqualTo(2);
  }

  @Test
  void killingAQueuedExecutionFreesNoPlaceAndLeavesTheQueue() {
    create("a", "b", "c", "d");

    assertThat(enter("c", ExecutionStatus.KILLED)).isEmpty();
    assertThat(enter("a", ExecutionStatus.SUCCESS)).containsExactly(id("d"));
  }

  @Test
  void killingAnExecutionThatIsBeingAdmittedHandsItsPlaceOn() {
    create("a", "b", "c", "d");
    enter("a", ExecutionStatus.SUCCESS); // c is being admitted

    assertThat(enter("c", ExecutionStatus.KILLED)).containsExactly(id("d"));
    assertThat(slots.notAdmitted(rows.get(id("c")))).isEmpty();
    assertThat(slots.used(FLOW)).isEqualTo(2);
  }

  @Test
  void aRestartTakesAPlaceOrQueues() {
    create("a", "b");
    enter("a", ExecutionStatus.FAILED);
    create("c");

    assertThat(slots.ask(rows.get(id("a")))).isEqualTo(Verdict.QUEUED);
    enter("a", ExecutionStatus.QUEUED);
    assertThat(enter("b", ExecutionStatus.SUCCESS)).containsExactly(id("a"));
  }

  @Test
  void aForcedExecutionCountsAlthoughItIsOneTooMany() {
    create("a", "b", "c", "d");
    enter("c", ExecutionStatus.RUNNING);

    assertThat(slots.used(FLOW)).isEqualTo(3);
    assertThat(enter("a", ExecutionStatus.SUCCESS)).isEmpty();
    assertThat(enter("b", ExecutionStatus.SUCCESS)).containsExactly(id("d"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Behavior.class,
      names = {"CANCEL", "FAIL"})
  void aRejectedExecutionChangesNoCount(Behavior behavior) {
    limit = new Concurrency(2, behavior);
    Verdict rejected = behavior == Behavior.CANCEL ? Verdict.CANCELLED : Verdict.FAILED;

    assertThat(create("a", "b", "c", "d"))
        .containsExactly(Verdict.GRANTED, Verdict.GRANTED, rejected, rejected);
    assertThat(slots.used(FLOW)).isEqualTo(2);
    enter("a", ExecutionStatus.SUCCESS);
    assertThat(create("e", "f")).containsExactly(Verdict.GRANTED, rejected);
  }

  @Test
  void raisingTheLimitStartsWaitingOnesAtOnceAndLoweringStopsNone() {
    create("a", "b", "c", "d", "e");

    limit = new Concurrency(4, Behavior.QUEUE);
    assertThat(slots.limitChanged(FLOW)).containsExactly(id("c"), id("d"));
    limit = new Concurrency(1, Behavior.QUEUE);
    assertThat(slots.limitChanged(FLOW)).isEmpty();
    assertThat(slots.used(FLOW)).isEqualTo(4);
    limit = null;
    assertThat(slots.limitChanged(FLOW)).containsExactly(id("e"));
  }

  @Test
  void aFlowThatCallsItselfNeverWaitsForItsOwnPlace() {
    limit = new Concurrency(1, Behavior.QUEUE);
    create("a");
    store("between", OTHER, ExecutionStatus.RUNNING, caller("a", List.of(FLOW)));
    store("child", FLOW, ExecutionStatus.CREATED, caller("between", List.of(FLOW, OTHER)));

    assertThat(slots.ask(rows.get(id("child")))).isEqualTo(Verdict.GRANTED);
    enter("child", ExecutionStatus.RUNNING);
    assertThat(slots.used(FLOW)).isEqualTo(1);
    assertThat(create("stranger")).containsExactly(Verdict.QUEUED);
    assertThat(enter("a", ExecutionStatus.SUCCESS)).isEmpty(); // its child goes on in its place
    assertThat(enter("child", ExecutionStatus.SUCCESS)).containsExactly(id("stranger"));
  }

  @Test
  void whoIsCalledDoesNotWaitBehindOthersForThePlaceOfItsCaller() {
    limit = new Concurrency(1, Behavior.QUEUE);
    create("busy", "stranger", "a");
    store("child", FLOW, ExecutionStatus.CREATED, caller("a", List.of(FLOW)));
    assertThat(slots.ask(rows.get(id("child")))).isEqualTo(Verdict.QUEUED);
    enter("child", ExecutionStatus.QUEUED);

    assertThat(enter("a", ExecutionStatus.RUNNING)).containsExactly(id("child")); // by force
    assertThat(slots.used(FLOW)).isEqualTo(2);
    assertThat(enter("busy", ExecutionStatus.SUCCESS)).isEmpty();
    assertThat(enter("a", ExecutionStatus.SUCCESS)).isEmpty();
    assertThat(enter("child", ExecutionStatus.SUCCESS)).containsExactly(id("stranger"));
  }

  @Test
  void whoSharesAPlaceThatWasGivenBackWaitsForItsTurn() {
    limit = new Concurrency(1, Behavior.QUEUE);
    create("busy");
    store("a", FLOW, ExecutionStatus.SUCCESS, null);
    store("child", FLOW, ExecutionStatus.CREATED, caller("a", List.of(FLOW)));
    store("twin", FLOW, ExecutionStatus.CREATED, caller("a", List.of(FLOW)));
    enter("child", ExecutionStatus.QUEUED);
    enter("twin", ExecutionStatus.QUEUED);
    enter("twin", ExecutionStatus.KILLED);
    create("stranger");

    assertThat(enter("busy", ExecutionStatus.SUCCESS)).containsExactly(id("child"));
    assertThat(enter("child", ExecutionStatus.SUCCESS)).containsExactly(id("stranger"));
  }

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theLimitHoldsWhateverHappensAndNobodyWaitsWithoutReason(long seed) {
    var random = new Random(seed);
    limit = new Concurrency(1 + random.nextInt(4), Behavior.QUEUE);
    var admitted = new ArrayList<ExecutionId>();
    int highest = limit.limit();
    for (int step = 0; step < 200; step++) {
      List<ExecutionId> next = List.of();
      List<ExecutionId> alive = alive();
      switch (random.nextInt(6)) {
        case 0, 1 -> create("e" + step);
        case 2 -> {
          if (!alive.isEmpty()) {
            next = enter(pick(random, alive).value(), anEnd(random));
          }
        }
        case 3 -> {
          limit = new Concurrency(1 + random.nextInt(4), Behavior.QUEUE);
          highest = Math.max(highest, limit.limit());
          next = slots.limitChanged(FLOW);
        }
        case 4 -> { // the process dies; what was being admitted is admitted again
          slots = newSlots();
          admitted.clear();
          next = slots.rebuild(alive());
        }
        default -> {
          if (!admitted.isEmpty()) {
            ExecutionId first = admitted.removeFirst();
            if (rows.get(first).status() == ExecutionStatus.QUEUED) {
              next = enter(first.value(), ExecutionStatus.RUNNING);
            } else {
              next = slots.notAdmitted(rows.get(first));
            }
          }
        }
      }
      admitted.addAll(next);
      check(highest);
    }
    alive().forEach(execution -> enter(execution.value(), ExecutionStatus.KILLED));
    assertThat(slots.used(FLOW)).isZero();
  }

  private void check(int highest) {
    long running = count(ExecutionStatus.RUNNING);
    assertThat(running).isLessThanOrEqualTo(highest).isLessThanOrEqualTo(slots.used(FLOW));
    boolean room = limit == null || slots.used(FLOW) < limit.limit();
    rows.values().stream()
        .filter(row -> row.status() == ExecutionStatus.QUEUED)
        .filter(row -> slots.waiting(row).isPresent())
        .findAny()
        .ifPresent(_ -> assertThat(room).as("somebody waits although there is room").isFalse());
  }

  private long count(ExecutionStatus status) {
    return rows.values().stream().filter(row -> row.status() == status).count();
  }

  private List<ExecutionId> alive() {
    return rows.values().stream()
        .filter(row -> !row.status().isTerminal())
        .map(ExecutionRecord::id)
        .toList();
  }

  private static ExecutionId pick(Random random, List<ExecutionId> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static ExecutionStatus anEnd(Random random) {
    return List.of(ExecutionStatus.SUCCESS, ExecutionStatus.FAILED, ExecutionStatus.KILLED)
        .get(random.nextInt(3));
  }

  /** Each starts, waits or is rejected, as it is told. */
  private List<Verdict> create(String... names) {
    var verdicts = new ArrayList<Verdict>();
    for (String name : names) {
      store(name, FLOW, ExecutionStatus.CREATED, null);
      Verdict verdict = slots.ask(rows.get(id(name)));
      verdicts.add(verdict);
      enter(
          name,
          switch (verdict) {
            case GRANTED -> ExecutionStatus.RUNNING;
            case QUEUED -> ExecutionStatus.QUEUED;
            case CANCELLED -> ExecutionStatus.CANCELLED;
            case FAILED -> ExecutionStatus.FAILED;
          });
    }
    return verdicts;
  }

  private List<ExecutionId> enter(String name, ExecutionStatus status) {
    ExecutionRecord old = rows.get(id(name));
    var history = old.history().with(status, NOON.plusSeconds(++seconds));
    ExecutionRecord entered = record(old.id(), old.flow(), history, old.caller());
    rows.put(entered.id(), entered);
    return slots.decided(entered);
  }

  private void store(String name, FlowId flow, ExecutionStatus status, @Nullable Caller caller) {
    var history = StatusHistory.of(status, NOON.plusSeconds(++seconds));
    rows.put(id(name), record(id(name), flow, history, caller));
  }

  private static Caller caller(String execution, List<FlowId> flows) {
    return new Caller(id(execution), 0, 0, null, flows);
  }

  private static ExecutionRecord record(
      ExecutionId id,
      FlowId flow,
      StatusHistory<ExecutionStatus> history,
      @Nullable Caller caller) {
    return new ExecutionRecord(
        id,
        flow,
        1,
        1,
        history,
        Map.of(),
        null,
        List.of(),
        null,
        id,
        null,
        1,
        null,
        0,
        null,
        caller,
        null,
        history.current().isTerminal());
  }

  private static ExecutionId id(String name) {
    return new ExecutionId(name);
  }
}
