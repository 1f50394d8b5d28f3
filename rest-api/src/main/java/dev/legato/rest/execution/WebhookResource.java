package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerEvent.Webhook;
import dev.legato.orchestrator.execution.CreateOutcome;
import dev.legato.orchestrator.trigger.WebhookOutcome;
import dev.legato.orchestrator.trigger.WebhookOutcome.FlowDisabled;
import dev.legato.orchestrator.trigger.WebhookOutcome.FlowNotValid;
import dev.legato.orchestrator.trigger.WebhookOutcome.Found;
import dev.legato.orchestrator.trigger.WebhookOutcome.Nothing;
import dev.legato.orchestrator.trigger.Webhooks;
import dev.legato.orchestrator.trigger.Webhooks.Visit;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.HttpLimits;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.security.FailureLimit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts flows for whoever knows the key of a webhook. */
final class WebhookResource {
  private static final int WRONG_KEYS = 20;
  private static final Duration LOCKED_FOR = Duration.ofMinutes(1);

  private final Webhooks webhooks;
  private final ExecutionPorts ports;
  private final WebhookBody bodies;
  private final FailureLimit failures;

  WebhookResource(Webhooks webhooks, ExecutionPorts ports, HttpLimits limits) {
    this.webhooks = webhooks;
    this.ports = ports;
    this.bodies = new WebhookBody(ports.json(), limits);
    this.failures = new FailureLimit(WRONG_KEYS, LOCKED_FOR, ports.clock());
  }

  Answer call(Call call) throws Exception {
    long locked = failures.lockedSeconds(call.client());
    if (locked > 0) {
      throw Problem.tooMany("too many wrong keys came from this address", locked);
    }
    return switch (find(call)) {
      case Nothing _ -> {
        failures.count(call.client());
        throw Problem.notFound("there is no such webhook");
      }
      case FlowDisabled(FlowId flow) ->
          throw Problem.conflict("flow '%s' is disabled".formatted(flow));
      case FlowNotValid(FlowId flow) ->
          throw Problem.conflict("flow '%s' is not valid".formatted(flow));
      case Found found -> start(call, found);
    };
  }

  private WebhookOutcome find(Call call) {
    FlowId flow;
    try {
      flow = PathIds.flow(call, "flowId");
    } catch (Problem notAFlow) {
      return Nothing.INSTANCE;
    }
    return webhooks.find(flow, call.path("key"));
  }

  private Answer start(Call call, Found found) throws Exception {
    ExecutionId id = ports.executions().newId();
    var stored = new TriggerFiles(ports.files(), found, id);
    ExecutionRecord created = null;
    try {
      Map<String, @Nullable Object> variables = bodies.variables(call, found.event(), stored);
      Optional<CreateOutcome> outcome =
          webhooks.call(found, new Visit(id, variables, CreateReader.key(call)));
      if (outcome.isEmpty()) {
        return Answer.noContent();
      }
      created = Creations.created(outcome.get());
    } finally {
      if (created == null || !created.id().equals(id)) {
        stored.discard();
      }
    }
    return answer(call, found.event(), created);
  }

  private Answer answer(Call call, Webhook webhook, ExecutionRecord created)
      throws InterruptedException {
    StoredExecution shown =
        webhook.waits()
            ? Creations.awaitEnd(call, ports, created)
            : new StoredExecution(created, List.of());
    Object body =
        webhook.waits() && webhook.returnsOutputs()
            ? Optional.ofNullable(shown.execution().outputs()).orElse(Map.of())
            : ExecutionView.created(shown, ports.clock().instant(), ports.site());
    return webhook.answerType().startsWith(MediaType.PLAIN)
        ? Answer.text(text(body))
        : Answer.json(body);
  }

  /** Of a single output its value; else JSON. */
  private String text(Object body) {
    return body instanceof Map<?, ?> outputs
            && outputs.size() == 1
            && outputs.values().iterator().next() instanceof String only
        ? only
        : new String(ports.json().bytes(body), StandardCharsets.UTF_8);
  }
}
