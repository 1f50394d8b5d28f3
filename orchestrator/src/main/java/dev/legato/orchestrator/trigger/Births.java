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
import dev.legato.orchestrator.execution.FlowInputs;
import dev.legato.orchestrator.execution.Labels;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
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
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings executions to life that triggers ask for: once for each key, also after a crash. */
final class Births {
  private final Consumer<Request> inbox;
  private final Function<String, Optional<RequestKey>> made;
  private final FlowInputs inputs;
  private final TriggerTexts texts;
  private final TriggerLines lines;
  private final InstantSource clock;

  /**
   * @param inbox takes requests for new executions
   * @param made finds what a key has made before
   */
  Births(
      Consumer<Request> inbox,
      Function<String, Optional<RequestKey>> made,
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

  /**
   * Creates the execution unless its key was used before. Returns when it exists; inputs that are
   * not in order make it end as FAILED and say why.
   *
   * @return the execution that the key has made, now or earlier
   * @throws StorageException when nothing could be stored; it is worth trying again
   */
  ExecutionId fire(Firing firing) {
    Map<String, @Nullable Object> variables = TriggerScope.of(firing.flow(), firing.variables());
    try {
      Map<String, @Nullable Object> given = new LinkedHashMap<>();
      given.putAll(texts.inputs(firing.trigger(), variables));
      given.putAll(firing.inputs());
      ResolvedInputs resolved = inputs.resolve(firing.flow(), given);
      return resolved.isValid()
          ? create(firing, variables, resolved.values(), null)
          : create(firing, variables, resolved.values(), problems(resolved));
    } catch (ExpressionException e) {
      return fail(
          firing,
          "The inputs of trigger '%s' cannot be rendered: %s"
              .formatted(firing.trigger().id(), e.getMessage()));
    }
  }

  /** Creates an execution that ends as FAILED at once and says why. */
  ExecutionId fail(Firing firing, String reason) {
    return create(firing, TriggerScope.of(firing.flow(), firing.variables()), Map.of(), reason);
  }

  private ExecutionId create(
      Firing firing,
      Map<String, @Nullable Object> variables,
      Map<String, @Nullable Object> checked,
      @Nullable String failure) {
    Optional<RequestKey> before = made.apply(firing.key());
    if (before.isPresent()) {
      return before.get().execution();
    }
    Flow flow = firing.flow();
    var command =
        new CreateExecution(
            firing.execution(),
            flow.id(),
            flow.revision(),
            checked,
            Labels.of(flow, labels(firing, variables), firing.execution()),
            new ExecutionOrigin(firing.trigger().id(), firing.trigger().type(), firing.variables()),
            firing.scheduleDate(),
            null,
            null,
            failure);
    ExecutionId born = submit(command, firing.key());
    Instant date = firing.scheduleDate();
    lines.write(
        flow.id(),
        firing.trigger(),
        born,
        failure == null ? LogLevel.INFO : LogLevel.ERROR,
        "Started execution %s%s.%s"
            .formatted(
                born,
                date == null ? "" : " for " + date,
                failure == null ? "" : " It fails at once: " + failure));
    return born;
  }

  private ExecutionId submit(CreateExecution command, String key) {
    var requestKey = new RequestKey(key, "", command.execution(), clock.instant());
    var request = Request.withReply(command, requestKey);
    inbox.accept(request);
    try {
      Reply reply = Objects.requireNonNull(request.reply()).join();
      return switch (reply) {
        case Reply.Accepted accepted -> accepted.execution().id();
        case Reply.Refused refused ->
            throw new IllegalStateException(
                "Expected a new execution to be accepted, but: " + refused.reason());
      };
    } catch (CompletionException notStored) {
      throw new StorageException(
          "Execution %s could not be stored".formatted(command.execution()), notStored);
    }
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
