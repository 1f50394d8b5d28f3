package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.command.Command;
import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.CopyExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.ForceRunExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.PauseExecution;
import dev.legato.model.command.Command.RemoveExecution;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.ResumeExecution;
import dev.legato.model.command.Command.ResumeFromBreakpoint;
import dev.legato.model.command.Command.SetLabels;
import dev.legato.model.command.Command.StartingPoint;
import dev.legato.model.command.Command.StartingPoint.Failures;
import dev.legato.model.command.Command.StartingPoint.OneTaskRun;
import dev.legato.model.command.Command.StartingPoint.TaskRunAs;
import dev.legato.model.command.Command.UnqueueExecution;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.Lineage;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people do to executions at random moments, sensible or not. */
final class Deeds {
  private static final long SECOND = 1_000_000;

  private static final List<TaskRunStatus> TASK_RUN_ENDS =
      List.of(
          TaskRunStatus.SUCCESS,
          TaskRunStatus.WARNING,
          TaskRunStatus.FAILED,
          TaskRunStatus.KILLED,
          TaskRunStatus.SKIPPED);

  private static final List<ExecutionStatus> ENDS =
      List.of(
          ExecutionStatus.SUCCESS,
          ExecutionStatus.WARNING,
          ExecutionStatus.FAILED,
          ExecutionStatus.KILLED,
          ExecutionStatus.CANCELLED);

  /** Something that people do, and how often. */
  private enum Deed {
    HOLD(6),
    RESUME(8),
    RESUME_FROM_BREAKPOINT(6),
    KILL(6),
    KILL_ALONE(2),
    UNQUEUE(4),
    RESTART(10),
    REPLAY(3),
    REPLAY_FROM(6),
    CORRECT_TASK_RUN(5),
    CORRECT(3),
    FORCE_RUN(3),
    LABEL(2),
    DELETE(3);

    private final int weight;

    Deed(int weight) {
      this.weight = weight;
    }
  }

  private final World world;
  private final Site site;
  private final Post post;

  Deeds(World world, Site site) {
    this.world = world;
    this.site = site;
    this.post = new Post(world, site);
  }

  /** Plans everything before this time, in microseconds; afterwards only pauses are ended. */
  void plan(long horizon) {
    Dice dice = world.dice();
    var bag = new ArrayList<Deed>();
    for (Deed deed : Deed.values()) {
      for (int i = 0; i < deed.weight && dice.happens(0.6); i++) {
        bag.add(deed);
      }
    }
    int deeds = bag.isEmpty() ? 0 : dice.nextInt(25);
    for (int i = 0; i < deeds; i++) {
      Deed deed = dice.oneOf(bag);
      world.agenda().in(dice.nextLong(horizon), () -> act(deed));
    }
    world.agenda().in(horizon, this::endPauses);
  }

  private void act(Deed deed) {
    List<DurableExecution> all = world.image().executions();
    if (all.isEmpty()) {
      return;
    }
    DurableExecution target = world.dice().oneOf(all);
    ExecutionId id = target.execution().id();
    world.trace().add("people", id, deed);
    switch (deed) {
      case HOLD -> send(new PauseExecution(id), Sight.HOLD);
      case RESUME -> send(new ResumeExecution(id, null, decision(0.7), "people"), Sight.RESUME);
      case RESUME_FROM_BREAKPOINT ->
          send(new ResumeFromBreakpoint(id, otherBreakpoints(target)), Sight.BREAKPOINT);
      case KILL -> kill(target, true);
      case KILL_ALONE -> kill(target, false);
      case UNQUEUE -> unqueue(id);
      case RESTART -> {
        world.people().takeBack(id);
        send(new RestartExecution(id, new Failures()), null);
      }
      case REPLAY -> send(replay(target.execution()), null);
      case REPLAY_FROM -> replayFrom(target);
      case CORRECT_TASK_RUN -> correctTaskRun(target);
      case CORRECT -> {
        world.people().correct(id);
        send(new ChangeExecutionStatus(id, world.dice().oneOf(ENDS)), Sight.STATUS_CHANGE);
      }
      case FORCE_RUN -> {
        world.people().insist(id);
        send(new ForceRunExecution(id), Sight.FORCED_RUN);
      }
      case LABEL -> send(new SetLabels(id, List.of(new Label("a", "b"))), Sight.LABELLING);
      case DELETE -> delete(id);
    }
  }

  private @Nullable List<Breakpoint> otherBreakpoints(DurableExecution target) {
    return world.dice().happens(0.5) ? null : RandomFlow.breakpoints(world.dice(), target.plan());
  }

  private void send(Command command, @Nullable Sight sight) {
    post.send(
        Request.withReply(command, null),
        reply -> {
          if (reply instanceof Reply.Accepted accepted) {
            Clients.checkDurable(world, accepted.execution());
            if (sight != null) {
              world.tally().see(sight);
            }
          }
        });
  }

  private void kill(DurableExecution target, boolean cascade) {
    ExecutionId id = target.execution().id();
    world.people().kill(id, cascade);
    post.send(
        Request.withReply(new KillExecution(id, cascade), null),
        reply -> {
          DurableExecution execution = world.image().find(id).orElse(null);
          if (execution == null) {
            return;
          }
          if (reply instanceof Reply.Accepted accepted) {
            Clients.checkDurable(world, accepted.execution());
            world.tally().see(Sight.KILL);
            require(
                execution.killingSince() >= 0
                    || execution.execution().verdict() == ExecutionStatus.KILLED
                    || Epochs.wasGivenUp(execution.execution())
                    || Epochs.wentBack(execution.execution()),
                "A kill of %s is acknowledged, but not durable",
                id);
          } else if (reply instanceof Reply.Refused refused) {
            require(
                execution.execution().over() || Epochs.wentBack(execution.execution()),
                "A kill of %s is refused: %s",
                execution.execution(),
                refused.reason());
          }
        });
  }

  /** Starts an execution that waits for a place, or calls it off. */
  private void unqueue(ExecutionId id) {
    boolean run = world.dice().nextBoolean();
    if (run) {
      world.people().insist(id);
    } else {
      world.people().correct(id);
    }
    ExecutionStatus status = run ? ExecutionStatus.RUNNING : world.dice().oneOf(ENDS);
    send(new UnqueueExecution(id, status), null);
  }

  private CreateExecution replay(ExecutionRecord source) {
    return new CreateExecution(
        newId(),
        source.flow(),
        world.dice().nextInt(1, 3),
        source.inputs(),
        source.labels(),
        null,
        null,
        null,
        Lineage.replayOf(source),
        null);
  }

  private void replayFrom(DurableExecution source) {
    if (source.taskRuns().isEmpty()) {
      return;
    }
    TaskRunRecord from = world.dice().oneOf(source.taskRuns());
    int revision = world.dice().happens(0.7) ? source.execution().revision() : 2;
    StartingPoint point =
        world.dice().happens(0.3) ? new Failures() : new OneTaskRun(from.sequence());
    send(
        new CopyExecution(
            newId(), source.stored(), revision, point, null, List.of(), marks(source)),
        null);
  }

  private List<Breakpoint> marks(DurableExecution source) {
    return world.dice().happens(0.2)
        ? RandomFlow.breakpoints(world.dice(), source.plan())
        : List.of();
  }

  private ExecutionId newId() {
    return Ids.newExecution(world.agenda().instant(), world.dice());
  }

  private void correctTaskRun(DurableExecution target) {
    if (target.taskRuns().isEmpty()) {
      return;
    }
    TaskRunRecord run = world.dice().oneOf(target.taskRuns());
    ExecutionId id = target.execution().id();
    world.people().correctInside(id);
    var as = new TaskRunAs(run.sequence(), world.dice().oneOf(TASK_RUN_ENDS));
    send(new RestartExecution(id, as), Sight.CORRECTION);
  }

  /** Removes an execution, unless others still ask for it. */
  private void delete(ExecutionId id) {
    ExecutionRecord record = world.image().get(id).execution();
    ServerProcess process = site.process();
    if (process == null
        || !world.family().childrenOf(id).isEmpty()
        || record.caller() != null
        || record.status() == ExecutionStatus.RETRIED) {
      return;
    }
    post.send(
        Request.withReply(new RemoveExecution(id), null),
        reply -> {
          boolean lost = process != site.process();
          if (reply instanceof Reply.Accepted && !lost && world.store().delete(id)) {
            world.trace().add("delete", id, "");
            world.tally().see(Sight.DELETION);
          }
          process.removed(id);
        });
  }

  /** An answer that approvals ask for, and other pauses keep without looking at it. */
  private Map<String, @Nullable Object> decision(double probability) {
    return world.dice().happens(probability)
        ? Map.of("decision", world.dice().oneOf(List.of("APPROVED", "DENIED")))
        : Map.of();
  }

  /** Somebody looks after everything that waits to be resumed. */
  private void endPauses() {
    for (ExecutionId id : world.image().live()) {
      DurableExecution execution = world.image().get(id);
      if (execution.execution().status() == ExecutionStatus.BREAKPOINT) {
        send(new ResumeFromBreakpoint(id, List.of()), Sight.BREAKPOINT);
      }
      boolean paused =
          execution.execution().status() == ExecutionStatus.PAUSED
              || execution.taskRuns().stream()
                  .anyMatch(row -> row.status() == TaskRunStatus.PAUSED);
      if (paused) {
        send(new ResumeExecution(id, null, decision(1), "the caretaker"), Sight.RESUME);
      }
    }
    if (!world.image().live().isEmpty() || !world.agenda().isEmpty()) {
      world.agenda().in(5 * SECOND, this::endPauses);
    }
  }
}
