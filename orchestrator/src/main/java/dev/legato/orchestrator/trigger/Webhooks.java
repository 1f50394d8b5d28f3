package dev.legato.orchestrator.trigger;

import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.language.input.InputProblem;
import dev.legato.language.input.Refusal.Reason;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.Webhook;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.execution.CreateOutcome;
import dev.legato.orchestrator.execution.CreateOutcome.InvalidInputs;
import dev.legato.orchestrator.execution.CreateRequest.Upload;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.orchestrator.trigger.Calls.Wish;
import dev.legato.orchestrator.trigger.WebhookOutcome.FlowDisabled;
import dev.legato.orchestrator.trigger.WebhookOutcome.FlowNotValid;
import dev.legato.orchestrator.trigger.WebhookOutcome.Found;
import dev.legato.orchestrator.trigger.WebhookOutcome.Nothing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts flows when their address is called. Whoever has no right key learns nothing, not even from
 * the time that the answer takes. Safe for use by many threads that can wait.
 */
public final class Webhooks {
  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

  private static final String HIDDEN = "******";
  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "proxy-authorization", "cookie");

  /** What a key is compared with when there is none; no key has a line end. */
  private static final String NO_KEY = "\n";

  private final EventTriggers triggers;
  private final Flows flows;
  private final Calls calls;
  private final Expressions expressions;
  private final TriggerTexts texts;

  Webhooks(EventTriggers triggers, Flows flows, Calls calls, Expressions expressions) {
    this.triggers = triggers;
    this.flows = flows;
    this.calls = calls;
    this.expressions = expressions;
    this.texts = new TriggerTexts(expressions);
  }

  /**
   * A call of a webhook.
   *
   * @param execution that the call would start, and to which its files belong
   * @param variables what expressions see as {@code trigger}
   * @param requestKey chosen by the caller: the same key makes one execution however often it comes
   */
  public record Visit(
      ExecutionId execution,
      Map<String, @Nullable Object> variables,
      @Nullable String requestKey) {}

  /** What the address belongs to. */
  public WebhookOutcome find(FlowId id, String key) {
    byte[] given = bytes(key);
    List<TriggerState> known = triggers.of(id);
    LoadedFlow loaded = known.isEmpty() ? null : flows.findToRun(id, null).orElse(null);
    if (loaded == null) {
      var _ = MessageDigest.isEqual(bytes(NO_KEY), given);
      return Nothing.INSTANCE;
    }
    Flow flow = loaded.flow();
    if (flow == null) {
      boolean isKnown = WrittenKeys.contain(loaded.stored().source(), given);
      return isKnown ? new FlowNotValid(id) : Nothing.INSTANCE;
    }
    WebhookOutcome outcome = Nothing.INSTANCE;
    for (Trigger trigger : flow.triggers()) {
      if (trigger.event() instanceof Webhook webhook
          && MessageDigest.isEqual(bytes(key(flow, trigger, webhook)), given)
          && Calls.isOn(trigger, known)) {
        outcome = flow.disabled() ? new FlowDisabled(id) : new Found(flow, trigger, webhook);
      }
    }
    return outcome;
  }

  /**
   * Starts the flow.
   *
   * @return empty when the conditions of the trigger do not hold
   */
  public Optional<CreateOutcome> call(Found hook, Visit visit) {
    Flow flow = hook.flow();
    Trigger trigger = hook.trigger();
    if (!calls.isAnswered(flow, trigger, visit.variables())) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> kept = withoutSecrets(visit.variables());
    try {
      var inputs = texts.inputs(trigger, TriggerScope.of(flow, kept));
      var upload = new Upload(visit.execution(), "");
      return Optional.of(
          calls.start(
              flow, trigger, new Wish(inputs, List.of(), kept, upload, visit.requestKey())));
    } catch (ExpressionException e) {
      return Optional.of(
          new InvalidInputs(
              List.of(
                  new InputProblem(
                      trigger.id(), Reason.NOT_RENDERED, String.valueOf(e.getMessage()), null))));
    }
  }

  /** One that cannot be rendered, or is empty, opens nothing. */
  private String key(Flow flow, Trigger trigger, Webhook webhook) {
    String key = webhook.key();
    if (key.indexOf('{') >= 0) {
      try {
        key = expressions.renderText(key, TriggerScope.of(flow, Map.of()));
      } catch (ExpressionException e) {
        log.atWarn()
            .addKeyValue("trigger", new TriggerId(flow.id(), trigger.id()))
            .log("key of a webhook cannot be rendered: {}", e.getMessage());
        return NO_KEY;
      }
    }
    return key.isBlank() ? NO_KEY : key;
  }

  /** What was sent to prove who calls is not kept with the execution. */
  private static Map<String, @Nullable Object> withoutSecrets(
      Map<String, @Nullable Object> variables) {
    Map<String, @Nullable Object> kept = new LinkedHashMap<>(variables);
    if (variables.get("headers") instanceof Map<?, ?> headers) {
      Map<String, @Nullable Object> visible = new LinkedHashMap<>();
      headers.forEach(
          (name, values) ->
              visible.put(
                  name.toString(),
                  SECRET_HEADERS.contains(name.toString().toLowerCase(Locale.ROOT))
                      ? List.of(HIDDEN)
                      : values));
      kept.put("headers", visible);
    }
    return kept;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
