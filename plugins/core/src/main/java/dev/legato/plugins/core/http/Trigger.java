package dev.legato.plugins.core.http;

import dev.legato.plugin.Finding;
import dev.legato.plugin.Inline;
import dev.legato.plugin.PollingTrigger;
import dev.legato.plugin.Property;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerType;
import dev.legato.plugin.http.HttpReply;
import dev.legato.plugins.core.value.Truth;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Starts the flow when an address answers as expected. */
@TriggerType(
    value = "io.kestra.plugin.core.http.Trigger",
    aliases = "io.kestra.plugin.fs.http.Trigger",
    title = "Starts the flow when an address gives what is waited for.",
    description =
        """
        Calls the address every `interval`, and starts an execution whenever `responseCondition` is
        true. An error status is an answer like any other; a server that cannot be reached is a
        failure, after which calls become rarer up to `maxInterval`.

        ```yaml
        triggers:
          - id: new_rates
            type: io.kestra.plugin.core.http.Trigger
            uri: https://api.example.org/rates
            interval: PT5M
            responseCondition: "{{ (response.body | jq('.updated') | first) > '2026-01-01' }}"
        ```

        The tasks of the flow read `{{ trigger.body }}`, `{{ trigger.code }}`, `{{ trigger.uri }}`
        and `{{ trigger.headers }}`.
        """)
public record Trigger(
    @Inline OutgoingCall call,
    @Property(value = "Without effect: no status fails the call.", defaultValue = "false")
        boolean allowFailed,
    @Property(value = "Whether to keep the body encrypted.", defaultValue = "false")
        boolean encryptBody,
    @Property(
            value =
                "Whether to start, from `response.statusCode`, `response.body` and"
                    + " `response.headers`.",
            defaultValue = "{{ response.statusCode < 400 }}",
            rendered = false)
        String responseCondition)
    implements PollingTrigger<Request.Result> {
  private static final long MAX_BYTES = 10 << 20;

  @Override
  public Optional<Finding<Request.Result>> poll(TriggerContext context)
      throws TaskFailure, IOException, InterruptedException {
    try (HttpReply reply = call.send(context, MAX_BYTES)) {
      String text = ReplyText.read(reply, call.charset());
      Map<String, Object> response =
          Map.of("statusCode", reply.status(), "body", text, "headers", reply.headers());
      if (!Truth.of(context.render(responseCondition, Map.of("response", response)))) {
        return Optional.empty();
      }
      return Optional.of(
          Finding.of(
              new Request.Result(
                  reply.uri(),
                  reply.status(),
                  reply.headers(),
                  encryptBody ? null : text,
                  encryptBody ? context.sealed(text) : null)));
    }
  }
}
