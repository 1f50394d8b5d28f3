package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.PauseExecution;
import dev.legato.model.command.Command.ResumeExecution;
import dev.legato.model.command.Command.UnqueueExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.FlowId;
import dev.legato.model.plan.Plan;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.storage.CommitBatch.RequestKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever starts and kills executions, and keeps a journal of the answers. */
final class Clients {
  private static final long SECOND = 1_000_000;

  private final World world;
  private final Site site;
  private final Map<String, ExecutionId> acknowledged = new LinkedHashMap<>();
  private final Set<ExecutionId> killed = new LinkedHashSet<>();
  private final List<String> keys = new ArrayList<>();

  Clients(World world, Site site) {
    this.world = world;
    this.site = site;
  }

  /** Plans all that clients do; the last request is sent before this time, in microseconds. */
  void plan(long horizon) {
    Dice dice = world.dice();
    int executions = dice.nextInt(5, 16);
    for (int i = 0; i < executions; i++) {
      String key = "request" + i;
      FlowId flow = dice.oneOf(world.plans()).flow();
      boolean scheduled = dice.happens(0.15);
      long wait = scheduled ? dice.between(SECOND / 100, horizon) : -1;
      long at = dice.nextLong(horizon);
      keys.add(key);
      world.agenda().in(at, () -> create(key, flow, wait));
      if (dice.happens(0.2)) {
        world.agenda().in(at + dice.between(1_000, horizon / 2), () -> hold(key));
      }
      if (dice.happens(0.15)) {
        world.agenda().in(at + dice.between(1_000, horizon / 2), () -> unqueue(key));
      }
      if (dice.happens(0.25)) {
        planKill(key, at + dice.between(1_000, horizon / 2));
      }
    }
    world.agenda().in(dice.nextLong(horizon), this::killNobody);
    for (Plan plan : world.plans()) {
      if (dice.happens(0.3)) {
        world.agenda().in(dice.nextLong(horizon), () -> changeLimit(plan.flow()));
      }
    }
  }

  private void changeLimit(FlowId flow) {
    world.limits().set(flow, world.dice().happens(0.3) ? null : world.randomLimit());
    world.trace().add("limit", flow, world.limits().now(flow));
    ServerProcess process = site.process();
    if (process != null) {
      process.limitChanged(flow);
    }
  }

  /** Holds an execution up for a while. */
  private void hold(String key) {
    ExecutionId id = acknowledged.get(key);
    ServerProcess process = site.process();
    if (id != null && process != null) {
      world.trace().add("hold", id, "");
      send(process, Request.withReply(new PauseExecution(id), null), _ -> {});
      world.tally().holds++;
    }
    world.agenda().in(world.dice().between(SECOND, 30 * SECOND), () -> letGo(key));
  }

  /** Lets an execution go on, however often that takes. */
  private void letGo(String key) {
    ExecutionId id = acknowledged.get(key);
    ServerProcess process = site.process();
    if (process == null) {
      world.agenda().in(SECOND, () -> letGo(key));
      return;
    }
    if (id != null) {
      world.trace().add("let go", id, "");
      var resume = new ResumeExecution(id, null, Map.of(), null);
      send(
          process,
          Request.withReply(resume, null),
          reply -> {
            if (reply == null) {
              world.agenda().in(SECOND, () -> letGo(key));
            }
          });
    }
  }

  /** Starts an execution that waits for a place, or calls it off. */
  private void unqueue(String key) {
    ExecutionId id = acknowledged.get(key);
    ServerProcess process = site.process();
    if (id == null || process == null) {
      return;
    }
    boolean run = world.dice().nextBoolean();
    if (run) {
      world.limitChecks().insist(id);
    }
    world.trace().add("unqueue", id, run);
    var command =
        new UnqueueExecution(id, run ? ExecutionStatus.RUNNING : ExecutionStatus.CANCELLED);
    send(process, Request.withReply(command, null), _ -> {});
  }

  private void planKill(String key, long at) {
    world.agenda().in(at, () -> kill(key));
    if (world.dice().happens(0.4)) {
      world.agenda().in(at + world.dice().between(1, 10 * SECOND), () -> kill(key));
    }
  }

  private void create(String key, FlowId flow, long wait) {
    ServerProcess process = site.process();
    Runnable again = () -> create(key, flow, wait);
    if (process == null) {
      world.agenda().in(SECOND, again);
      return;
    }
    RequestKey known = world.store().findRequest(key).orElse(null);
    if (known != null) {
      acknowledge(key, known.execution());
      return;
    }
    Instant now = world.agenda().instant();
    ExecutionId id = Ids.newExecution(now, world.dice());
    Instant schedule = wait < 0 ? null : now.plusNanos(wait * 1_000);
    var command = CreateExecution.of(id, flow, 1, Map.of(), List.of(), null, schedule);
    Request request = Request.withReply(command, new RequestKey(key, "same", id, now));
    world.trace().add("create", id, flow);
    send(
        process,
        request,
        reply -> {
          switch (reply) {
            case Reply.Accepted accepted -> {
              checkDurable(accepted.execution());
              acknowledge(key, id);
            }
            case Reply.Refused refused ->
                throw new InvariantViolation("A new execution is refused: " + refused.reason());
            case null -> world.agenda().in(SECOND, again);
          }
        });
  }

  /** What to do with an answer; null stands for none, or for one that tells of a failure. */
  private interface Answer {
    void take(@Nullable Reply reply);
  }

  private void send(ServerProcess process, Request request, Answer answer) {
    var future = request.reply();
    if (future == null || !process.offer(request)) {
      throw new IllegalStateException(
          "Expected a request with an answer to be taken, but it was not");
    }
    var wait =
        new Runnable() {
          @Override
          public void run() {
            if (future.isDone()) {
              answer.take(future.isCompletedExceptionally() ? null : future.join());
            } else if (process != site.process()) {
              answer.take(null);
            } else {
              world.agenda().in(SECOND / 10, this);
            }
          }
        };
    world.agenda().in(SECOND / 100, wait);
  }

  private void acknowledge(String key, ExecutionId id) {
    ExecutionId before = acknowledged.put(key, id);
    require(before == null || before.equals(id), "%s made both %s and %s", key, before, id);
    world.tally().executions++;
  }

  private void kill(String key) {
    ExecutionId id = acknowledged.get(key);
    ServerProcess process = site.process();
    if (id == null || process == null) {
      return;
    }
    world.trace().add("kill", id, "");
    send(
        process,
        Request.withReply(new KillExecution(id, true), null),
        reply -> {
          switch (reply) {
            case Reply.Accepted accepted -> {
              checkDurable(accepted.execution());
              require(
                  world.image().get(id).killingSince() >= 0,
                  "A kill of %s is acknowledged, but not durable",
                  id);
              killed.add(id);
              world.tally().kills++;
            }
            case Reply.Refused refused ->
                require(
                    world.image().get(id).execution().status().isTerminal(),
                    "A kill of %s is refused while it is %s: %s",
                    id,
                    world.image().get(id).execution().status(),
                    refused.reason());
            case null -> {}
          }
        });
  }

  private void killNobody() {
    ServerProcess process = site.process();
    if (process != null) {
      send(
          process,
          Request.withReply(new KillExecution(new ExecutionId("nobody"), true), null),
          reply -> require(!(reply instanceof Reply.Accepted), "A kill of nobody is accepted"));
    }
  }

  private void checkDurable(ExecutionRecord shown) {
    ExecutionRecord durable = world.image().get(shown.id()).execution();
    int entries = shown.history().entries().size();
    require(
        shown.version() >= 1
            && shown.version() <= durable.version()
            && durable.history().entries().size() >= entries
            && durable.history().entries().subList(0, entries).equals(shown.history().entries()),
        "An answer shows %s, but %s is durable",
        shown,
        durable);
  }

  /** Every request was answered in the end, and what was answered is there. */
  void checkJournal() {
    for (String key : keys) {
      ExecutionId id =
          InvariantViolation.present(acknowledged.get(key), key + " was never answered");
      ExecutionStatus status = world.image().get(id).execution().status();
      require(status.isTerminal(), "Execution %s never ends: it is %s", id, status);
      require(
          !killed.contains(id) || status == ExecutionStatus.KILLED,
          "Execution %s was killed, but it ended as %s",
          id,
          status);
    }
  }
}
