package dev.legato.orchestrator.shard;

import dev.legato.engine.Changes;
import dev.legato.engine.Decision;
import dev.legato.engine.ExecutionState;
import dev.legato.model.effect.Effect;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.KillCall;
import dev.legato.model.effect.Effect.KillTask;
import dev.legato.model.effect.Effect.ReleaseDirectory;
import dev.legato.model.effect.Effect.RunCall;
import dev.legato.model.effect.Effect.RunTask;
import dev.legato.model.effect.Effect.ScheduleContinuation;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.effect.Effect.WriteLog;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.StatusHistory.Entry;
import dev.legato.model.execution.Timer;
import dev.legato.model.log.LogEntry;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ShardLease;
import dev.legato.storage.StatusNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One turn of a shard: the commands it took, what they changed and what must follow. */
final class Batch {
  private final List<Request> requests = new ArrayList<>();
  private final Set<ExecutionState> touched = new LinkedHashSet<>();
  private final List<ExecutionChange> ends = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<LogEntry> logs = new ArrayList<>();
  private final Map<Timer.Key, Timer> timersSet = new LinkedHashMap<>();
  private final Set<Timer.Key> timersCancelled = new LinkedHashSet<>();
  private final List<RequestKey> keys = new ArrayList<>();
  private final List<StatusNote> notes = new ArrayList<>();
  private final List<Accepted> accepted = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final List<ExecutionRecord> changed = new ArrayList<>();
  private final List<ExecutionState> over = new ArrayList<>();
  private List<ExecutionChange> written = List.of();
  private int events;

  private record Accepted(Request request, ExecutionState state) {}

  private record Answer(Request request, Reply reply) {}

  void accept(Request request, ExecutionState state, Decision decision) {
    requests.add(request);
    touched.add(state);
    events += decision.events().size();
    decision.effects().forEach(this::sort);
    if (request.key() != null) {
      keys.add(request.key());
    }
    accepted.add(new Accepted(request, state));
  }

  void refuse(Request request, String reason) {
    answer(request, new Reply.Refused(reason));
  }

  /** Answers a request that changes nothing, once all that was decided before is durable. */
  void answer(Request request, Reply reply) {
    requests.add(request);
    answers.add(new Answer(request, reply));
  }

  void cancel(Timer.Key timer) {
    timersSet.remove(timer);
    timersCancelled.add(timer);
  }

  /** Whether this turn has changed the execution already. */
  boolean touches(@Nullable ExecutionState state) {
    return state != null && touched.contains(state);
  }

  /** Writes the end of an execution that no command has led to. */
  void end(Quarantine quarantine) {
    ends.add(quarantine.change());
    logs.add(quarantine.reason());
    changed.add(quarantine.execution());
  }

  boolean isEmpty() {
    return requests.isEmpty();
  }

  boolean hasChanges() {
    return !ends.isEmpty() || !touched.isEmpty();
  }

  /** About how many rows the commit will write. */
  int weight() {
    return events;
  }

  List<Request> requests() {
    return requests;
  }

  Set<Timer.Key> timersCancelled() {
    return timersCancelled;
  }

  /** Executions in which nothing happens by itself any more. */
  List<ExecutionState> over() {
    return over;
  }

  /** Collects what the store must write; called once, when the turn is complete. */
  CommitBatch seal(ShardLease lease, Consequences consequences) {
    var changes = new ArrayList<>(ends);
    for (ExecutionRecord ended : changed) {
      note(ended, ended.history().entries().size() - 1, consequences);
    }
    for (ExecutionState state : touched) {
      Changes change = state.drainChanges();
      if (!change.isEmpty()) {
        changes.add(new ExecutionChange(change.execution(), change.taskRuns(), change.removed()));
        changed.add(state.header());
        if (change.execution() != null) {
          note(change.execution(), change.knownSteps(), consequences);
        }
      }
      if (state.header().over()) {
        over.add(state);
      }
    }
    written = changes;
    // an answer shows the execution as this commit leaves it; later turns change the state
    for (Accepted each : accepted) {
      answers.add(new Answer(each.request(), new Reply.Accepted(each.state().header())));
    }
    return new CommitBatch(
        lease,
        changes,
        List.copyOf(timersSet.values()),
        List.copyOf(timersCancelled),
        logs,
        keys,
        notes);
  }

  private void note(ExecutionRecord execution, int knownSteps, Consequences consequences) {
    List<Entry<ExecutionStatus>> history = execution.history().entries();
    for (int step = knownSteps + 1; step <= history.size(); step++) {
      Entry<ExecutionStatus> entry = history.get(step - 1);
      if (consequences.isAwaited(execution, entry.status())) {
        notes.add(
            new StatusNote(execution.id(), execution.flow(), step, entry.status(), entry.at()));
      }
    }
  }

  /** Does what was put off until the batch is durable. */
  void carryOut(Shard shard, Shard.Ports ports) {
    Workers workers = ports.workers();
    Errands errands = ports.errands();
    Consequences consequences = ports.consequences();
    timersCancelled.forEach(consequences::timerCancelled);
    timersSet.values().forEach(consequences::timerSet);
    for (Effect effect : effects) {
      switch (effect) {
        case RunTask run -> workers.run(run.job());
        case KillTask kill ->
            workers.kill(new Job.Key(kill.execution(), kill.taskRun(), kill.attempt()));
        case ScheduleContinuation next -> shard.continueLater(next.execution());
        case ReleaseDirectory unused -> workers.release(unused.execution(), unused.taskRun());
        case RunCall run -> errands.run(run.call());
        case KillCall kill -> errands.kill(kill.call(), kill.cascade());
        case Ask question -> errands.ask(question);
        case StartInPlaceOf successor -> errands.start(successor);
        case SetTimer _, CancelTimer _, WriteLog _ -> {}
      }
    }
    for (Answer answer : answers) {
      if (answer.request().reply() != null) {
        answer.request().reply().complete(answer.reply());
      }
    }
    consequences.written(written);
    consequences.changed(changed);
    if (!notes.isEmpty()) {
      consequences.noted();
    }
  }

  private void sort(Effect effect) {
    switch (effect) {
      case WriteLog log -> logs.add(log.entry());
      case SetTimer set -> {
        timersCancelled.remove(set.timer().key());
        timersSet.put(set.timer().key(), set.timer());
      }
      case CancelTimer cancelled -> cancel(cancelled.timer());
      case RunTask _,
          KillTask _,
          ReleaseDirectory _,
          RunCall _,
          KillCall _,
          Ask _,
          StartInPlaceOf _,
          ScheduleContinuation _ ->
          effects.add(effect);
    }
  }
}
