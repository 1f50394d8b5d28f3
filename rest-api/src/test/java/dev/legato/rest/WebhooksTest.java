package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.rest.Installation.Reply;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.Storage;
import dev.legato.storage.StoredFlow;
import dev.legato.storage.file.SafePath;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows that are started by calls of their addresses. */
@Timeout(60)
class WebhooksTest {
  private static final String HOOK = "/api/v1/main/executions/webhook/team/";
  private static final String KEY = "4wjtkzwVGBM9yKnjm3yv8r";
  private static final String PLAIN = "key: " + KEY;

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void save(String flow, String extra, String... properties) {
    String trigger =
        String.join("\n", properties)
            .indent(4)
            .replaceFirst("^", "  - id: call\n    type: io.kestra.plugin.core.trigger.Webhook\n");
    site.save(flow, extra + "triggers:\n" + trigger, "one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT"})
  void whoKnowsTheKeyStartsTheFlow(String method) {
    save("hooked", "", PLAIN);

    Reply reply =
        site.send(
            site.request(HOOK + "hooked/" + KEY + "?a=1&a=2&b=")
                .header("X-Event", "push")
                .method(method, BodyPublishers.ofString("{\"n\": [1, null]}"))
                .build());

    assertThat(reply.status()).isEqualTo(200);
    var trigger = reply.json().at("/trigger");
    assertThat(trigger.at("/id").asString()).isEqualTo("call");
    assertThat(trigger.at("/variables/headers/X-Event/0").asString()).isEqualTo("push");
    assertThat(trigger.at("/variables/parameters").toString())
        .isEqualTo("{\"a\":[\"1\",\"2\"],\"b\":[\"\"]}");
    assertThat(trigger.at("/variables/body/n").toString())
        .isEqualTo(method.equals("GET") ? "" : "[1,null]");
    assertThat(reply.json().at("/state/current").asString()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 1}             | {"a":1}
          [1, "x"]             | [1,"x"]
          "text"               | "\\"text\\""
          {"a": 1              | "{\\"a\\": 1"
          {"a": 1, "a": 2}     | "{\\"a\\": 1, \\"a\\": 2}"
          {{ secret('X') }}    | "{{ secret('X') }}"
          ``                   | ""
          """)
  void theBodyIsJsonWhereItCanBeReadAsSuchAndElseText(String body, String expected) {
    save("hooked", "", PLAIN);

    Reply reply = site.post(HOOK + "hooked/" + KEY, body);

    assertThat(reply.json().at("/trigger/variables/body").toString()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "hooked/wrong",
    "hooked/4wjtkzwVGBM9yKnjm3yv8",
    "hooked/4wjtkzwVGBM9yKnjm3yv8r0",
    "missing/4wjtkzwVGBM9yKnjm3yv8r",
    "silent/4wjtkzwVGBM9yKnjm3yv8r",
    "without/4wjtkzwVGBM9yKnjm3yv8r",
    "unreadable/4wjtkzwVGBM9yKnjm3yv8r",
    "off/wrong",
    "no flow/4wjtkzwVGBM9yKnjm3yv8r"
  })
  void whoDoesNotKnowTheKeyLearnsNothing(String address) {
    save("hooked", "", PLAIN);
    save("silent", "", PLAIN, "disabled: true");
    save("off", "disabled: true\n", PLAIN);
    save("unreadable", "", "key: \"{{ nothing.here }}\"");
    site.save("without", "", "one");

    Reply reply = site.get(HOOK + address.replace(" ", "%20"));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.json().at("/message").asString())
        .isEqualTo("Not Found: there is no such webhook");
  }

  @Test
  void whoKnowsTheKeyIsToldThatTheFlowIsDisabled() {
    save("off", "disabled: true\n", PLAIN);

    assertThat(site.get(HOOK + "off/" + KEY).status()).isEqualTo(409);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({KEY + ", 409", "wrong, 404"})
  void onlyWhoKnowsTheKeyIsToldThatTheFlowCannotBeReadAnyMore(String key, int status) {
    save("broken", "", PLAIN);
    site.close();
    storeUnread("broken");
    site = new Installation(directory);

    assertThat(site.get(HOOK + "broken/" + key).status()).isEqualTo(status);
  }

  /** As if the version of the program before had known more. */
  private void storeUnread(String flow) {
    var id = new FlowId("team", flow);
    Instant now = Instant.parse("2026-03-01T00:00:00Z");
    String source =
        """
        id: %s
        namespace: team
        unknown: property
        tasks: [{id: one, type: test.Echo, text: hello}]
        triggers:
          - id: call
            type: io.kestra.plugin.core.trigger.Webhook
            key: %s
        """
            .formatted(flow, KEY);
    var trigger =
        TriggerState.first(new TriggerId(id, "call"), TriggerKind.WEBHOOK, "f", null, now);
    try (Storage storage = SqlStorage.open(directory, SqlConfig.DEFAULTS, () -> now)) {
      storage
          .flows()
          .add(new StoredFlow(id, 2, source, false, false, null, List.of(), now), List.of(trigger));
    }
  }

  @Test
  void aTriggerThatSomebodySwitchedOffIsNotThere() {
    save("hooked", "", PLAIN);
    var trigger = new TriggerId(new FlowId("team", "hooked"), "call");

    site.triggers().switchOff(trigger, true);
    assertThat(site.get(HOOK + "hooked/" + KEY).status()).isEqualTo(404);

    site.triggers().switchOff(trigger, false);
    assertThat(site.get(HOOK + "hooked/" + KEY).status()).isEqualTo(200);
  }

  @Test
  void aKeyCanBeATemplate() {
    save("hooked", "variables: {mine: abc}\n", "key: \"{{ vars.mine }}-1234567\"");

    assertThat(site.get(HOOK + "hooked/abc-1234567/and/more").status()).isEqualTo(404);
    assertThat(site.get(HOOK + "hooked/abc-1234567/more").status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"opened, 200", "closed, 204"})
  void conditionsSeeWhatWasSent(String action, int status) {
    save(
        "hooked",
        "",
        PLAIN,
        "conditions:",
        "  - type: io.kestra.plugin.core.condition.Expression",
        "    expression: \"{{ trigger.body.action == 'opened' and"
            + " trigger.headers.Authorization[0] == 'Bearer me' }}\"");

    Reply reply =
        site.post(
            HOOK + "hooked/" + KEY,
            "{\"action\": \"" + action + "\"}",
            "Authorization",
            "Bearer me");

    assertThat(reply.status()).isEqualTo(status);
    if (status == 200) {
      assertThat(reply.json().at("/trigger/variables/headers/Authorization/0").asString())
          .isEqualTo("******");
    }
  }

  @Test
  void theTriggerGivesInputsAndLabels() {
    save(
        "hooked",
        "inputs: [{id: size, type: INT}]\n",
        PLAIN,
        "inputs: {size: \"{{ trigger.body.size }}\"}",
        "labels: {event: \"{{ trigger.headers['X-Event'][0] }}\"}");

    Reply good = site.post(HOOK + "hooked/" + KEY, "{\"size\": 3}", "X-Event", "push");
    Reply wrong = site.post(HOOK + "hooked/" + KEY, "{\"size\": \"many\"}");
    Reply missing = site.post(HOOK + "hooked/" + KEY, "{}");

    assertThat(good.json().at("/inputs/size").asInt()).isEqualTo(3);
    assertThat(good.json().at("/labels").toString())
        .contains("{\"key\":\"event\",\"value\":\"push\"}");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(missing.status()).isEqualTo(422);
  }

  @Test
  void theAnswerCanWaitAndHaveTheOutputs() {
    String outputs = "outputs: [{id: answer, type: STRING, value: \"{{ trigger.body }}!\"}]\n";
    save("waiting", outputs, PLAIN, "wait: true", "returnOutputs: true");
    save(
        "telling",
        outputs,
        PLAIN,
        "wait: true",
        "returnOutputs: true",
        "responseContentType: text/plain");

    Reply json = site.post(HOOK + "waiting/" + KEY, "hi");
    Reply text = site.post(HOOK + "telling/" + KEY, "hi");

    assertThat(json.json().toString()).isEqualTo("{\"answer\":\"hi!\"}");
    assertThat(text.http().body()).isEqualTo("hi!");
    assertThat(text.http().headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain");
  }

  @Test
  void aLargeBodyGoesToAFileWhereTheTriggerSaysSo() throws Exception {
    save("fetching", "", PLAIN);
    save("storing", "", PLAIN, "fetchType: STORE");
    save("ignoring", "", PLAIN, "fetchType: NONE");
    String large = "x".repeat(1024 * 1024 + 1);

    Reply refused = site.post(HOOK + "fetching/" + KEY, large);
    Reply stored = site.post(HOOK + "storing/" + KEY, large);
    Reply ignored = site.post(HOOK + "ignoring/" + KEY, large);

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.json().at("/message").asString()).contains("fetchType: STORE");
    assertThat(ignored.json().at("/trigger/variables/body").isMissingNode()).isTrue();
    assertThat(stored.json().at("/trigger/variables/uri").asString()).startsWith("kestra:///team/");
    var files = site.files().listBelow(SafePath.TOP, Optional.empty(), 10);
    assertThat(files).hasSize(1);
    try (var content = site.files().open(files.getFirst().path())) {
      assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(large);
    }
  }

  @Test
  void partsOfAFormAreKept() {
    save("hooked", "", PLAIN);

    Reply reply =
        site.upload(
            HOOK + "hooked/" + KEY, "report", "r.csv", "a,b".getBytes(StandardCharsets.UTF_8));

    assertThat(reply.json().at("/trigger/variables/parts/report").asString()).endsWith("/r.csv");
  }

  @Test
  void theSameCallSentAgainMakesOneExecution() {
    save("hooked", "", PLAIN);

    Reply first = site.post(HOOK + "hooked/" + KEY, "a", "Idempotency-Key", "delivery-1");
    Reply second = site.post(HOOK + "hooked/" + KEY, "a", "Idempotency-Key", "delivery-1");

    assertThat(second.json().at("/id")).isEqualTo(first.json().at("/id"));
  }

  @Test
  void anAddressThatTriesKeysIsLockedForAWhile() {
    save("hooked", "", PLAIN);
    for (int i = 0; i < 20; i++) {
      assertThat(site.get(HOOK + "hooked/" + i).status()).isEqualTo(404);
    }

    assertThat(site.get(HOOK + "hooked/" + KEY).status()).isEqualTo(429);
  }

  @Test
  void theTriggerTellsWhenItHasFired() {
    save("hooked", "", PLAIN);
    var id = new TriggerId(new FlowId("team", "hooked"), "call");
    assertThat(site.triggers().find(id).orElseThrow().lastFired()).isNull();

    assertThat(site.post(HOOK + "hooked/" + KEY, "{}").status()).isEqualTo(200);

    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (site.triggers().find(id).orElseThrow().lastFired() == null
        && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(site.triggers().find(id).orElseThrow().lastFired()).isNotNull();
  }
}
