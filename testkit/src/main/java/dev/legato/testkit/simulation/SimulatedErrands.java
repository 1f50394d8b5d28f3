package dev.legato.testkit.simulation;

import dev.legato.engine.EvaluationFailure;
import dev.legato.engine.Evaluator;
import dev.legato.model.command.Answer;
import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.ConfirmNewExecution;
import dev.legato.model.command.Command.ProvideAnswer;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.StartingPoint.OneTaskRun;
import dev.legato.model.command.Question.OutputsOf;
import dev.legato.model.command.Question.RoundsOf;
import dev.legato.model.command.Question.TextOf;
import dev.legato.model.command.Question.ValueOf;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.orchestrator.shard.Errands;
import java.util.Map;

/** Errands that take virtual time; they die with their process. */
final class SimulatedErrands implements Errands {
  private final World world;
  private final ServerProcess process;
  private final SimulatedCalls calls;
  private final Evaluator evaluator = new FakeEvaluator();

  SimulatedErrands(World world, ServerProcess process, SimulatedCalls calls) {
    this.world = world;
    this.process = process;
    this.calls = calls;
  }

  @Override
  public void run(Call call) {
    world.trace().add("call", call.key().execution(), call.key().taskRun());
    calls.run(call);
  }

  @Override
  public void kill(Job.Key call, boolean cascade) {
    world.trace().add("kill call", call.execution(), call.taskRun());
    calls.kill(call, cascade);
  }

  @Override
  public void ask(Ask question) {
    if (world.isPlanted(PlantedBug.DROPS_ANSWERS) && world.dice().happens(0.1)) {
      return;
    }
    world.tally().see(Sight.ANSWER);
    process.later(
        world.dice().between(100, 100_000),
        () ->
            process.submit(
                new ProvideAnswer(question.execution(), question.inquiry(), answer(question))));
    if (world.dice().happens(world.faults().duplicateReport())) {
      process.later(world.dice().between(100, 1_000_000), () -> again(question));
    }
  }

  /** The answer comes a second time. */
  private void again(Ask question) {
    process.submit(new ProvideAnswer(question.execution(), question.inquiry(), answer(question)));
  }

  @Override
  public void start(StartInPlaceOf successor) {
    ExecutionId ended = successor.ended();
    if (world.isPlanted(PlantedBug.RETRIES_IN_PLACE_TOO)) {
      process.submit(new RestartExecution(ended, new OneTaskRun(0)));
    }
    process.later(
        world.dice().between(100, 10_000),
        () -> calls.create(successor.command(), () -> confirm(ended, successor)));
    if (!successor.kill() && world.dice().happens(0.1)) {
      process.later(world.dice().between(100, 20_000), () -> takeForSuccess(ended));
    }
  }

  /** Somebody takes the end for another one while the successor is on its way. */
  private void takeForSuccess(ExecutionId ended) {
    world.trace().add("people", ended, "take for success");
    world.people().correct(ended);
    process.submit(new ChangeExecutionStatus(ended, ExecutionStatus.SUCCESS));
  }

  private void confirm(ExecutionId ended, StartInPlaceOf successor) {
    ExecutionId id = successor.command().execution();
    var confirmation = new ConfirmNewExecution(ended, id, successor.kill());
    if (successor.kill()) {
      calls.killDurably(id, () -> process.submit(confirmation));
    } else {
      process.submit(confirmation);
    }
  }

  private Answer answer(Ask question) {
    if (world.isPlanted(PlantedBug.ANSWERS_WRONGLY)) {
      return new Answer.Value(FakeEvaluator.NO);
    }
    try {
      return new Answer.Value(
          switch (question.inquiry().question()) {
            case TextOf text -> evaluator.text(text.template(), question.variables());
            case ValueOf value -> evaluator.value(value.template(), question.variables());
            case OutputsOf outputs ->
                evaluator.outputs(outputs.definitions(), question.variables());
            case RoundsOf rounds -> Map.of("outputs", rounds.rounds());
          });
    } catch (EvaluationFailure failure) {
      return new Answer.NoValue(failure.reason());
    }
  }
}
