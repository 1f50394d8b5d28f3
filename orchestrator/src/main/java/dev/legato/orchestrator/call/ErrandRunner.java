package dev.legato.orchestrator.call;

import dev.legato.engine.EvaluationFailure;
import dev.legato.model.command.Answer;
import dev.legato.model.command.Command;
import dev.legato.model.command.Command.ConfirmNewExecution;
import dev.legato.model.command.Command.ProvideAnswer;
import dev.legato.model.command.Question.OutputsOf;
import dev.legato.model.command.Question.RoundsOf;
import dev.legato.model.command.Question.TextOf;
import dev.legato.model.command.Question.ValueOf;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.orchestrator.execution.Evaluation;
import dev.legato.orchestrator.shard.Errands;
import dev.legato.orchestrator.shard.Request;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the errands of shards on virtual threads, none of which waits while an execution runs. */
public final class ErrandRunner implements Errands, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ErrandRunner.class);

  private final CallPorts ports;
  private final Evaluation evaluator;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RoundsAnswer roundsAnswer;
  private final Birth birth;
  private final Waits waits;
  private final Calls calls;

  public ErrandRunner(CallPorts ports, Evaluation evaluator) {
    this.ports = ports;
    this.evaluator = evaluator;
    this.roundsAnswer = new RoundsAnswer(evaluator, ports.files());
    this.birth = new Birth(ports);
    this.waits = new Waits(ports.executions(), ports.orchestrator().ends(), this::execute);
    this.calls =
        new Calls(
            new Calls.Means(
                ports,
                new CalledExecutions(ports, birth),
                new Offspring(ports, waits),
                waits,
                this::execute));
  }

  @Override
  public void run(Call call) {
    calls.run(call);
  }

  @Override
  public void kill(Job.Key call, boolean cascade) {
    calls.kill(call, cascade);
  }

  @Override
  public void ask(Ask question) {
    execute(
        () ->
            submit(new ProvideAnswer(question.execution(), question.inquiry(), answer(question))));
  }

  @Override
  public void start(StartInPlaceOf successor) {
    execute(
        () -> {
          ExecutionId id = successor.command().execution();
          try {
            birth.create(successor.command());
            waits.succeeded(successor.ended(), id);
            if (successor.kill()) {
              birth.kill(id);
            }
          } catch (CallFailure refused) {
            log.atError()
                .addKeyValue("execution", successor.ended())
                .addKeyValue("reason", refused.reason())
                .log("execution cannot be tried again");
          }
          submit(new ConfirmNewExecution(successor.ended(), id, successor.kill()));
        });
  }

  private Answer answer(Ask question) {
    try {
      return switch (question.inquiry().question()) {
        case TextOf text -> evaluator.answer(text, question.variables());
        case ValueOf value -> evaluator.answer(value, question.variables());
        case OutputsOf outputs ->
            new Answer.Value(evaluator.outputs(outputs.definitions(), question.variables()));
        case RoundsOf rounds -> new Answer.Value(roundsAnswer.to(rounds, question.variables()));
      };
    } catch (EvaluationFailure failure) {
      return new Answer.NoValue(failure.reason());
    } catch (RuntimeException bug) {
      log.atError()
          .addKeyValue("execution", question.execution())
          .setCause(bug)
          .log("question cannot be answered");
      return new Answer.NoValue("The expression could not be evaluated.");
    }
  }

  private void submit(Command command) {
    ports.orchestrator().submit(Request.of(command));
  }

  /** What comes after the end is done again after the next start. */
  private void execute(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException closed) {
      log.atDebug().log("errand left for the next start");
    }
  }

  /** Gives up what is under way; the next start does it again. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
