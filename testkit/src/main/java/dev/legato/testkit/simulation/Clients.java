package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.storage.CommitBatch.RequestKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whoever starts executions and keeps a journal of the answers. */
final class Clients {
  private static final long SECOND = 1_000_000;

  private final World world;
  private final Site site;
  private final Post post;
  private final Map<String, ExecutionId> acknowledged = new LinkedHashMap<>();
  private final List<String> keys = new ArrayList<>();

  Clients(World world, Site site) {
    this.world = world;
    this.site = site;
    this.post = new Post(world, site);
  }

  /** Plans all that clients do; the last request is sent before this time, in microseconds. */
  void plan(long horizon) {
    Dice dice = world.dice();
    int executions = dice.nextInt(5, 13);
    for (int i = 0; i < executions; i++) {
      String key = "request" + i;
      FlowId flow = dice.oneOf(world.flows());
      boolean scheduled = dice.happens(0.15);
      long wait = scheduled ? dice.between(SECOND / 100, horizon) : -1;
      keys.add(key);
      List<Breakpoint> breakpoints =
          dice.happens(0.15) ? RandomFlow.breakpoints(dice, world.plan(flow, 1)) : List.of();
      world.agenda().in(dice.nextLong(horizon), () -> create(key, flow, wait, breakpoints));
    }
    world.agenda().in(dice.nextLong(horizon), this::killNobody);
    for (FlowId flow : world.flows()) {
      if (dice.happens(0.3)) {
        world.agenda().in(dice.nextLong(horizon), () -> changeLimit(flow));
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

  private void create(String key, FlowId flow, long wait, List<Breakpoint> breakpoints) {
    Runnable again = () -> create(key, flow, wait, breakpoints);
    RequestKey known = world.store().findRequest(key).orElse(null);
    if (known != null) {
      acknowledge(key, known.execution());
      return;
    }
    Instant now = world.agenda().instant();
    ExecutionId id = Ids.newExecution(now, world.dice());
    Instant schedule = wait < 0 ? null : now.plusNanos(wait * 1_000);
    var command =
        new CreateExecution(
            id, flow, 1, Map.of(), List.of(), null, schedule, null, null, null, breakpoints);
    Request request = Request.withReply(command, new RequestKey(key, "same", id, now));
    world.trace().add("create", id, flow);
    boolean sent =
        post.send(
            request,
            reply -> {
              switch (reply) {
                case Reply.Accepted accepted -> {
                  checkDurable(world, accepted.execution());
                  acknowledge(key, id);
                }
                case Reply.Refused refused ->
                    throw new InvariantViolation("A new execution is refused: " + refused.reason());
                case null -> world.agenda().in(SECOND, again);
              }
            });
    if (!sent) {
      world.agenda().in(SECOND, again);
    }
  }

  private void acknowledge(String key, ExecutionId id) {
    ExecutionId before = acknowledged.put(key, id);
    require(before == null || before.equals(id), "%s made both %s and %s", key, before, id);
    world.tally().see(Sight.EXECUTION);
  }

  private void killNobody() {
    var nobody = new KillExecution(new ExecutionId("nobody"), true);
    post.send(
        Request.withReply(nobody, null),
        reply -> require(!(reply instanceof Reply.Accepted), "A kill of nobody is accepted"));
  }

  /** What an answer shows is on the disk; by the time it arrives, more may be. */
  static void checkDurable(World world, ExecutionRecord shown) {
    if (world.image().isDeleted(shown.id())) {
      return;
    }
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
      boolean there = world.image().find(id).isPresent();
      require(there || world.image().isDeleted(id), "Execution %s is gone", id);
    }
  }
}
