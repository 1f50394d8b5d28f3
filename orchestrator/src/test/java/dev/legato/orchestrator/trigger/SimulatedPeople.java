package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.trigger.Backfill;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.trigger.Triggers.BackfillRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** They change their flows and steer their triggers at any time. */
final class SimulatedPeople {
  private final ScheduleSimulation world;
  private final Map<FlowId, Integer> filling = new HashMap<>();
  private int switches;

  SimulatedPeople(ScheduleSimulation world) {
    this.world = world;
  }

  int switches() {
    return switches;
  }

  /** Does something to a flow, and again later. */
  void act(FlowId flow) {
    if (world.isCalm()) {
      return;
    }
    world.later(
        Duration.ofMillis(world.dice.nextLong(2 * world.hurry().toMillis())), () -> act(flow));
    if (world.server().isEmpty()) {
      return;
    }
    Triggers triggers = world.server().get().triggers();
    var id = new TriggerId(flow, "tick");
    Optional<TriggerState> row = world.store().row(id);
    if (row.isEmpty()) {
      world.save(Definition.random(flow, world.next(), world.isFast(), world.dice));
      return;
    }
    switch (world.dice.nextInt(12)) {
      case 0 -> world.save(Definition.random(flow, world.next(), world.isFast(), world.dice));
      case 1 -> world.delete(flow);
      case 2, 3, 4 -> toggle(triggers, row.get());
      case 5, 6 -> fill(triggers, id);
      case 7, 8 -> triggers.pauseBackfill(id, world.dice.nextBoolean());
      case 9 -> giveUp(triggers, id);
      case 10 -> triggers.unlock(id);
      default -> {
        // looks, and does nothing
      }
    }
  }

  /** While a trigger fires, somebody saves its flow. */
  void interfere() {
    if (!world.isCalm() && world.dice.nextInt(400) == 0) {
      List<FlowId> flows = world.flows();
      FlowId flow = flows.get(world.dice.nextInt(flows.size()));
      world.save(Definition.random(flow, world.next(), world.isFast(), world.dice));
    }
  }

  private void toggle(Triggers triggers, TriggerState state) {
    switches++;
    if (state.disabled()) {
      switchOn(triggers, state.id());
    } else {
      triggers.switchOff(state.id(), true);
    }
  }

  private void switchOn(Triggers triggers, TriggerId id) {
    Instant at = world.now();
    Instant off = offSince(id);
    try {
      triggers.switchOff(id, false);
    } finally {
      if (!world.store().row(id).map(TriggerState::disabled).orElse(true)) {
        world.ledger.switchedOn(id.flow(), off, at);
      }
    }
    if (world.bug() == PlantedBug.SWITCHED_ON_LATE) {
      world
          .store()
          .row(id)
          .filter(row -> row.nextDate() != null && row.backfill() == null)
          .ifPresent(
              row ->
                  world
                      .store()
                      .update(row.switched(false, row.nextDate().plusSeconds(1), world.now())));
    }
  }

  private Instant offSince(TriggerId id) {
    return world.store().row(id).map(TriggerState::updatedAt).orElse(world.now());
  }

  private void fill(Triggers triggers, TriggerId id) {
    int number = world.next();
    Instant until = world.now().minus(Duration.ofMinutes(world.dice.nextInt(10)));
    Duration stretch =
        world.isFast()
            ? Duration.ofMinutes(world.dice.nextInt(200))
            : Duration.ofDays(world.dice.nextInt(60));
    var label = new Label("backfill", String.valueOf(number));
    var request = new BackfillRequest(until.minus(stretch), until, Map.of(), List.of(label));
    Definition definition = world.definitions.get(id.flow());
    if (definition == null || world.store().row(id).map(TriggerState::backfill).isPresent()) {
      return;
    }
    try {
      triggers.backfill(id, request);
    } finally {
      if (world.store().row(id).map(TriggerState::backfill).isPresent()) {
        filling.put(id.flow(), number);
        world.ledger.fills(
            number,
            new Ledger.Filling(id.flow(), definition.revision(), request.start(), until, false));
      }
    }
  }

  private void giveUp(Triggers triggers, TriggerId id) {
    boolean fills = world.store().row(id).map(TriggerState::backfill).isPresent();
    try {
      triggers.deleteBackfill(id);
    } finally {
      if (fills && world.store().row(id).map(TriggerState::backfill).isEmpty()) {
        world.ledger.givesUp(filling.get(id.flow()));
      }
    }
  }

  /** Switches on what is off, and lets go on what waits. */
  void letGoOn() {
    Triggers triggers = world.server().orElseThrow().triggers();
    for (FlowId flow : world.flows()) {
      var id = new TriggerId(flow, "tick");
      Optional<TriggerState> row = world.store().row(id);
      if (row.isPresent() && row.get().disabled()) {
        switchOn(triggers, id);
      }
      Backfill backfill = row.map(TriggerState::backfill).orElse(null);
      if (backfill != null && backfill.paused()) {
        triggers.pauseBackfill(id, false);
      }
    }
  }
}
