package dev.legato.orchestrator.trigger;

import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.language.input.ResolvedInputs;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.orchestrator.execution.FlowInputs;
import dev.legato.orchestrator.execution.Labels;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.orchestrator.trigger.Birth.Outcome;
import dev.legato.orchestrator.trigger.Birth.Outcome.Born;
import dev.legato.orchestrator.trigger.Birth.Outcome.Impossible;
import dev.legato.orchestrator.trigger.Birth.Outcome.NotStored;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.StorageException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings executions to life that triggers ask for: once for each key, also after a crash. */
final class Births {
  private final Consumer<Request> inbox;
  private final Function<List<String>, Map<String, RequestKey>> made;
  private final FlowInputs inputs;
  private final TriggerTexts texts;
  private final TriggerLines lines;
  private final InstantSource clock;
  private final FiringFigures figures = new FiringFigures();

  /**
   * @param inbox takes requests for new executions
   * @param made finds what keys have made before
   */
  Births(
      Consumer<Request> inbox,
      Function<List<String>, Map<String, RequestKey>> made,
      FlowInputs inputs,
      Expressions expressions,
      TriggerLines lines,
      InstantSource clock) {
    this.inbox = inbox;
    this.made = made;
    this.inputs = inputs;
    this.texts = new TriggerTexts(expressions);
    this.lines = lines;
    this.clock = clock;
  }

  /** What becomes of firings, in figures. */
  FiringFigures figures() {
    return figures;
  }

  /**
   * Creates the execution unless its key was used before. Returns when it exists; inputs that are
   * not in order make it end as FAILED and say why.
   *
   * @return the execution that the key has made, now or earlier
   * @throws StorageException when nothing could be stored; it is worth trying again
   */
  ExecutionId fire(Firing firing) {
    return one(Birth.of(firing));
  }

  /** Creates an execution that ends as FAILED at once and says why. */
  ExecutionId fail(Firing firing, String reason) {
    return one(new Birth(firing, reason));
  }

  private ExecutionId one(Birth birth) {
    return switch (all(List.of(birth)).getFirst()) {
      case Born(ExecutionId execution, _) -> execution;
      case NotStored(StorageException reason) -> throw reason;
      case Impossible(RuntimeException mistake) -> throw mistake;
    };
  }

  /**
   * Creates executions, each with a key of its own, in as few commits as possible. Returns when all
   * exist that can.
   *
   * @return what became of each, in their order
   * @throws StorageException when nothing was done
   */
  List<Outcome> all(List<Birth> births) {
    if (births.isEmpty()) {
      return List.of();
    }
    Map<String, RequestKey> before =
        made.apply(births.stream().map(birth -> birth.firing().key()).toList());
    List<Begun> begun =
        births.stream().map(birth -> begin(birth, before.get(birth.firing().key()))).toList();
    List<Outcome> outcomes = begun.stream().map(each -> each.outcome().get()).toList();
    var told = new ArrayList<LogEntry>();
    for (int i = 0; i < outcomes.size(); i++) {
      count(births.get(i).firing(), outcomes.get(i));
      if (outcomes.get(i) instanceof Born(ExecutionId execution, boolean isNew) && isNew) {
        line(births.get(i).firing(), execution, begun.get(i).failure()).ifPresent(told::add);
      }
    }
    lines.write(told);
    return outcomes;
  }

  private void count(Firing firing, Outcome outcome) {
    Instant date = firing.scheduleDate();
    switch (outcome) {
      case Born(_, boolean isNew) -> {
        if (isNew) {
          figures.fired();
        }
        if (isNew && date != null) {
          figures.firedFor(date, clock.instant());
        }
      }
      case NotStored _, Impossible _ -> figures.failed();
    }
  }

  /**
   * A birth that is under way.
   *
   * @param outcome waits for its end
   * @param failure why the execution ends as FAILED at once; absent when it runs
   */
  private record Begun(Supplier<Outcome> outcome, @Nullable String failure) {
    static Begun ended(Outcome outcome) {
      return new Begun(() -> outcome, null);
    }
  }

  private Begun begin(Birth birth, @Nullable RequestKey before) {
    if (before != null) {
      return Begun.ended(new Born(before.execution(), false));
    }
    try {
      CreateExecution command = command(birth);
      var key = new RequestKey(birth.firing().key(), "", command.execution(), clock.instant());
      var request = Request.withReply(command, key);
      inbox.accept(request);
      CompletableFuture<Reply> reply = Objects.requireNonNull(request.reply());
      return new Begun(() -> await(command, reply), command.failure());
    } catch (StorageException notStored) {
      return Begun.ended(new NotStored(notStored));
    } catch (RuntimeException mistake) {
      return Begun.ended(new Impossible(mistake));
    }
  }

  private static Outcome await(CreateExecution command, CompletableFuture<Reply> reply) {
    try {
      return switch (reply.join()) {
        case Reply.Accepted accepted -> new Born(accepted.execution().id(), true);
        case Reply.Refused refused ->
            new Impossible(
                new IllegalStateException(
                    "Expected a new execution to be accepted, but: " + refused.reason()));
      };
    } catch (CompletionException notStored) {
      return new NotStored(
          new StorageException(
              "Execution %s could not be stored".formatted(command.execution()), notStored));
    }
  }

  private CreateExecution command(Birth birth) {
    Firing firing = birth.firing();
    Map<String, @Nullable Object> variables = TriggerScope.of(firing.flow(), firing.variables());
    if (birth.failure() != null) {
      return command(firing, variables, Map.of(), birth.failure());
    }
    try {
      Map<String, @Nullable Object> given = new LinkedHashMap<>();
      given.putAll(texts.inputs(firing.trigger(), variables));
      given.putAll(firing.inputs());
      ResolvedInputs resolved = inputs.resolve(firing.flow(), given);
      String failure = resolved.isValid() ? null : problems(resolved);
      return command(firing, variables, resolved.values(), failure);
    } catch (ExpressionException e) {
      String failure =
          "The inputs of trigger '%s' cannot be rendered: %s"
              .formatted(firing.trigger().id(), e.getMessage());
      return command(firing, variables, Map.of(), failure);
    }
  }

  private CreateExecution command(
      Firing firing,
      Map<String, @Nullable Object> variables,
      Map<String, @Nullable Object> checked,
      @Nullable String failure) {
    Flow flow = firing.flow();
    return new CreateExecution(
        firing.execution(),
        flow.id(),
        flow.revision(),
        checked,
        Labels.of(flow, labels(firing, variables), firing.execution()),
        new ExecutionOrigin(
            firing.trigger().id(), firing.trigger().type(), firing.variables(), firing.logFile()),
        firing.scheduleDate(),
        null,
        null,
        failure);
  }

  private Optional<LogEntry> line(Firing firing, ExecutionId born, @Nullable String failure) {
    Instant date = firing.scheduleDate();
    return lines.line(
        firing.flow().id(),
        firing.trigger(),
        born,
        failure == null ? LogLevel.INFO : LogLevel.ERROR,
        "Started execution %s%s.%s"
            .formatted(
                born,
                date == null ? "" : " for " + date,
                failure == null ? "" : " It fails at once: " + failure));
  }

  private List<Label> labels(Firing firing, Map<String, @Nullable Object> variables) {
    var labels = new ArrayList<>(texts.labels(firing.flow(), firing.trigger(), variables));
    labels.addAll(firing.labels());
    return labels;
  }

  private static String problems(ResolvedInputs resolved) {
    return resolved.problems().stream()
        .map(problem -> "%s: %s".formatted(problem.inputId(), problem.message()))
        .collect(Collectors.joining("; ", "Invalid inputs: ", ""));
  }
}
