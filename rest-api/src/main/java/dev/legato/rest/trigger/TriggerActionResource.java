package dev.legato.rest.trigger;

import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.trigger.TriggerOutcome;
import dev.legato.orchestrator.trigger.TriggerOutcome.Changed;
import dev.legato.orchestrator.trigger.TriggerOutcome.NoSuchTrigger;
import dev.legato.orchestrator.trigger.TriggerOutcome.Refused;
import dev.legato.orchestrator.trigger.Triggers;
import dev.legato.rest.bulk.BulkView;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Handler;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Steers triggers, one by one and many at once. */
final class TriggerActionResource {
  private final Triggers triggers;
  private final TriggerResource shown;
  private final Json json;

  TriggerActionResource(Triggers triggers, TriggerResource shown, Json json) {
    this.triggers = triggers;
    this.shown = shown;
    this.json = json;
  }

  /** Does something to the trigger that the path names. */
  Handler toNamed(Function<TriggerId, TriggerOutcome> action) {
    return call -> answer(action.apply(TriggerResource.id(call)), 409);
  }

  /**
   * Does something to the trigger that the body names.
   *
   * @param refusal the status of the answer when nothing could be done
   */
  Handler toGiven(Function<TriggerId, TriggerOutcome> action, int refusal) {
    return call -> answer(action.apply(TriggerReader.id(json.read(call.body()))), refusal);
  }

  /** Does something to all triggers that the body lists; what cannot be done is left out. */
  Handler toListed(Function<TriggerId, TriggerOutcome> action) {
    return call -> toAll(call, TriggerReader.ids(json.read(call.body())), action);
  }

  /** Does something to all triggers that are found; what cannot be done is left out. */
  Handler toFound(Function<TriggerId, TriggerOutcome> action) {
    return call -> toAll(call, found(call), action);
  }

  private List<TriggerId> found(Call call) throws IOException {
    return shown.found(call).stream().map(TriggerState::id).toList();
  }

  private static Answer toAll(
      Call call, List<TriggerId> ids, Function<TriggerId, TriggerOutcome> action) {
    long count = ids.stream().map(action).filter(Changed.class::isInstance).count();
    return Answer.json(BulkView.of((int) count, call.id(), List.of()));
  }

  /** Switches a trigger and begins a backfill, as far as the body asks for it. */
  Answer update(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    TriggerId id = TriggerReader.id(body);
    TriggerState state = triggers.find(id).orElseThrow(() -> TriggerResource.missing(id));
    Object backfill = body.get("backfill");
    boolean off = TriggerReader.flag(body, "disabled", state.disabled());
    // whoever sends back what it has read means the backfill that is there
    boolean begins = backfill != null && state.backfill() == null;
    if (begins) {
      var request = TriggerReader.backfill(backfill);
      state = changed(triggers.backfill(id, request), 400);
    }
    if (off != state.disabled()) {
      state = changed(triggers.switchOff(id, off), 422);
    }
    return Answer.json(shown.state(state));
  }

  Answer backfill(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    TriggerId id = TriggerReader.id(body);
    return answer(triggers.backfill(id, TriggerReader.backfill(body.get("backfill"))), 409);
  }

  Answer switchOff(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    boolean off = TriggerReader.flag(body, "disabled", true);
    return answer(triggers.switchOff(TriggerReader.id(body), off), 422);
  }

  Answer switchListed(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    boolean off = TriggerReader.flag(body, "disabled", true);
    List<TriggerId> ids = TriggerReader.ids(body.get("triggers"));
    return toAll(call, ids, id -> triggers.switchOff(id, off));
  }

  Answer switchFound(Call call) throws IOException {
    boolean off = call.query().flag("disabled", true);
    return toAll(call, found(call), id -> triggers.switchOff(id, off));
  }

  private Answer answer(TriggerOutcome outcome, int refusal) {
    return Answer.json(shown.state(changed(outcome, refusal)));
  }

  private static TriggerState changed(TriggerOutcome outcome, int refusal) {
    return switch (outcome) {
      case Changed(TriggerState state) -> state;
      case NoSuchTrigger(TriggerId id) -> throw TriggerResource.missing(id);
      case Refused(_, String reason) ->
          throw Problem.refused(refusal, Objects.requireNonNull(reason));
    };
  }
}
