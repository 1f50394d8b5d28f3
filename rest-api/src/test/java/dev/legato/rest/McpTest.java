package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Flows that are called as tools, in both generations of the protocol. */
@Timeout(60)
class McpTest {
  private static final String SERVER = "/api/v1/main/mcp/default";
  private static final String NEWEST = "2026-07-28";

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

  private void save(String flow, String extra, String tool, String task) {
    site.save(
        flow,
        extra
            + """
            triggers:
              - id: mcp
                type: io.kestra.plugin.core.trigger.McpToolTrigger
                title: Title of %1$s
                toolDescription: Description of %1$s
            """
                .formatted(flow)
            + tool.indent(4),
        task);
  }

  private void greeting() {
    save(
        "greeting",
        """
        inputs:
          - {id: user, type: STRING, description: Who is greeted}
          - {id: times, type: INT, defaults: 1}
        outputs:
          - {id: words, type: STRING, displayName: Words, value: "Hello, {{ inputs.user }}!"}
        """,
        "toolName: greet",
        "one");
  }

  /** A message as clients of the handshake send it. */
  private Reply old(String body, String... headers) {
    return site.post(SERVER, body, headers);
  }

  /** A message that stands for itself, with the headers that belong to it. */
  private Reply stateless(String method, String params, String... headers) {
    var all = new ArrayList<>(List.of("MCP-Protocol-Version", NEWEST, "Mcp-Method", method));
    all.addAll(List.of(headers));
    return site.post(SERVER, request(method, params, NEWEST), all.toArray(String[]::new));
  }

  private static String request(String method, String params, String revision) {
    return """
    {"jsonrpc": "2.0", "id": 7, "method": "%s", "params": {%s"_meta": {
      "io.modelcontextprotocol/protocolVersion": "%s",
      "io.modelcontextprotocol/clientCapabilities": {}}}}
    """
        .formatted(method, params.isEmpty() ? "" : params + ", ", revision);
  }

  private Reply call(String tool, String arguments) {
    return stateless(
        "tools/call",
        "\"name\": \"%s\", \"arguments\": %s".formatted(tool, arguments),
        "Mcp-Name",
        tool);
  }

  @Test
  void aHandshakeAgreesOnARevisionAndBeginsASession() {
    Reply reply =
        old(
            """
            {"jsonrpc": "2.0", "id": "a", "method": "initialize", "params": {
              "protocolVersion": "2025-06-18", "capabilities": {},
              "clientInfo": {"name": "c", "version": "1"}}}
            """);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/id").asString()).isEqualTo("a");
    assertThat(reply.json().at("/result").toString())
        .isEqualTo(
            "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"tools\":{\"listChanged\":false}},"
                + "\"serverInfo\":{\"name\":\"legato\",\"title\":\"Legato\",\"version\":\"1.2.3\"}}");
    assertThat(reply.http().headers().firstValue("Mcp-Session-Id").orElseThrow()).hasSize(32);
    assertThat(old("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}").status())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25, 2025-11-25",
    "2025-03-26, 2025-03-26",
    "2024-11-05, 2024-11-05",
    "2026-07-28, 2025-11-25",
    "1999-01-01, 2025-11-25"
  })
  void anUnknownRevisionIsAnsweredWithTheNewestThatHasAHandshake(String asked, String agreed) {
    Reply reply =
        old(
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"initialize\", \"params\":"
                + " {\"protocolVersion\": \"%s\"}}".formatted(asked));

    assertThat(reply.json().at("/result/protocolVersion").asString()).isEqualTo(agreed);
  }

  @Test
  void withoutHandshakeAClientAsksWhatIsServed() {
    JsonNode result = stateless("server/discover", "").json().at("/result");

    assertThat(result.at("/resultType").asString()).isEqualTo("complete");
    assertThat(result.at("/supportedVersions").toString())
        .isEqualTo("[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\",\"2025-03-26\",\"2024-11-05\"]");
    assertThat(result.at("/capabilities/tools/listChanged").asBoolean()).isFalse();
    assertThat(result.at("/_meta/io.modelcontextprotocol~1serverInfo/version").asString())
        .isEqualTo("1.2.3");
  }

  @Test
  void theToolsOfAServerAreListedByNameWithTheirSchemas() {
    greeting();
    save("other", "", "toolName: other\nmcpServer: team", "one");
    save("after", "", "toolName: adieu\nannotations: {readOnly: true, destructive: false}", "one");
    save("off", "disabled: true\n", "toolName: off", "one");
    save("silent", "", "toolName: silent\ndisabled: true", "one");

    JsonNode tools = stateless("tools/list", "").json().at("/result/tools");

    assertThat(tools.findValuesAsString("name")).containsExactly("adieu", "greet");
    assertThat(tools.at("/0/annotations").toString())
        .isEqualTo(
            "{\"readOnlyHint\":true,\"destructiveHint\":false,\"idempotentHint\":false,"
                + "\"openWorldHint\":true,\"returnDirect\":false}");
    assertThat(tools.at("/0/outputSchema").isMissingNode()).isTrue();
    assertThat(tools.at("/1/title").asString()).isEqualTo("Title of greeting");
    assertThat(tools.at("/1/description").asString()).isEqualTo("Description of greeting");
    assertThat(tools.at("/1/inputSchema").toString())
        .isEqualTo(
            "{\"type\":\"object\",\"properties\":{\"user\":{\"description\":\"Who is greeted\","
                + "\"type\":\"string\"},\"times\":{\"type\":\"integer\",\"default\":1}},"
                + "\"required\":[\"user\"],\"additionalProperties\":false}");
    assertThat(tools.at("/1/outputSchema/properties/words/title").asString()).isEqualTo("Words");
    assertThat(
            site.post(
                    "/api/v1/mcp/team", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                .json()
                .at("/result/tools/0/name")
                .asString())
        .isEqualTo("other");
  }

  @Test
  void aCallRunsTheFlowAndAnswersWithItsOutputs() {
    greeting();

    JsonNode result = call("greet", "{\"user\": \"Ada\"}").json().at("/result");

    assertThat(result.at("/isError").asBoolean()).isFalse();
    assertThat(result.at("/structuredContent").toString()).isEqualTo("{\"words\":\"Hello, Ada!\"}");
    assertThat(result.at("/content/0/text").asString()).isEqualTo("{\"words\":\"Hello, Ada!\"}");
    JsonNode execution =
        site.get("/api/v1/executions/" + result.at("/_meta/dev.legato~1executionId").asString())
            .json();
    assertThat(execution.at("/state/current").asString()).isEqualTo("SUCCESS");
    assertThat(execution.at("/labels").toString())
        .contains(
            "\"system.from\",\"value\":\"mcp\"", "\"system.mcpServerId\",\"value\":\"default\"")
        .doesNotContain("mcpSessionId");
    assertThat(execution.at("/trigger/variables/toolName").asString()).isEqualTo("greet");
  }

  @Test
  void theSessionOfTheHandshakeIsALabelOfTheExecution() {
    save("plain", "", "toolName: plain", "one");
    String session =
        old("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"initialize\"}")
            .http()
            .headers()
            .firstValue("Mcp-Session-Id")
            .orElseThrow();

    JsonNode result =
        old(
                "{\"jsonrpc\": \"2.0\", \"id\": 2, \"method\": \"tools/call\", \"params\": {\"name\":"
                    + " \"plain\"}}",
                "Mcp-Session-Id",
                session,
                "MCP-Protocol-Version",
                "2025-11-25")
            .json()
            .at("/result");

    assertThat(result.at("/content/0/text").asString()).contains("ended as SUCCESS");
    assertThat(result.has("resultType")).isFalse();
    assertThat(
            site.get("/api/v1/executions/" + result.at("/_meta/dev.legato~1executionId").asString())
                .json()
                .at("/labels")
                .toString())
        .contains("\"system.mcpSessionId\",\"value\":\"" + session + "\"");
  }

  @Test
  void aFileIsGivenByItsContent() {
    save(
        "reader",
        """
        inputs:
          - {id: data, type: FILE}
        outputs:
          - {id: read, type: STRING, value: "{{ inputs.data }}"}
        """,
        "toolName: read",
        "one");

    String address =
        call("read", "{\"data\": \"a,b\"}").json().at("/result/structuredContent/read").asString();
    assertThat(address).startsWith("kestra:///team/reader/").endsWith("/data.upl");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                          | Input 'user' is missing.
          {"user": "a", "tmes": 3}    | The tool has no arguments named: tmes.
          {"user": "a", "times": "x"} | Input 'times' must be a whole number of 32 bits
          """)
  void wrongArgumentsAreToldToTheModel(String arguments, String words) {
    greeting();

    JsonNode result = call("greet", arguments).json().at("/result");

    assertThat(result.at("/isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asString()).contains(words);
    assertThat(site.get("/api/v1/executions?size=1").json().at("/total").asInt()).isZero();
  }

  @Test
  void aFlowThatFailsIsAFailureOfTheTool() {
    save("broken", "", "toolName: broken", "fail");

    JsonNode result = call("broken", "{}").json().at("/result");

    assertThat(result.at("/isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asString()).contains("ended as FAILED", "it is broken");
  }

  @Test
  void aToolWhoseConditionsDoNotHoldStartsNothing() {
    save("never", "", "toolName: never\nwhen: \"{{ trigger.toolName == 'x' }}\"", "one");

    JsonNode result = call("never", "{}").json().at("/result");

    assertThat(result.at("/isError").asBoolean()).isTrue();
    assertThat(result.at("/content/0/text").asString()).contains("conditions do not hold");
  }

  @Test
  void ofTwoToolsWithOneNameTheFirstFlowWinsAndTheOtherTellsWhy() {
    save("b", "", "toolName: same", "one");
    save("a", "", "toolName: same", "one");

    JsonNode tools = stateless("tools/list", "").json().at("/result/tools");

    assertThat(tools.findValuesAsString("title")).containsExactly("Title of a");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          nonsense                                                         | 400 | -32700
          [{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}]            | 400 | -32600
          {"id": 1, "method": "tools/list"}                                | 400 | -32600
          {"jsonrpc": "2.0", "id": null, "method": "tools/list"}           | 400 | -32600
          {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": 1} | 400 | -32600
          {"jsonrpc": "2.0", "id": 1, "method": "resources/list"}          | 200 | -32601
          {"jsonrpc": "2.0", "id": 1, "method": "server/discover"}         | 200 | -32601
          {"jsonrpc": "2.0", "id": 1, "method": "tools/call"}              | 200 | -32602
          {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "x"}} | 200 | -32602
          """)
  void aMessageThatIsNotInOrderIsRefused(String body, int status, int code) {
    Reply reply = old(body);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(code);
    assertThat(reply.json().at("/error/message").asString()).isNotBlank();
  }

  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-07-28, tools/call, greet,                  200, 0",
        "2026-07-28, tools/call, =?base64?Z3JlZXQ=?=,    200, 0",
        "2026-07-28, tools/call, =?base64?eA==?=,        400, -32020",
        "2026-07-28, tools/call, other,                  400, -32020",
        "2026-07-28, tools/call, -,                      400, -32020",
        "2026-07-28, tools/list, greet,                  400, -32020",
        "2026-07-28, -,          greet,                  400, -32020",
        "-,          tools/call, greet,                  400, -32020",
        "2025-11-25, tools/call, greet,                  400, -32020",
      })
  void headersMustRepeatWhatTheBodySays(
      String version, String method, String name, int status, int code) {
    greeting();
    var headers = new ArrayList<String>();
    List.of("MCP-Protocol-Version", "Mcp-Method", "Mcp-Name")
        .forEach(
            header -> {
              String value =
                  header.startsWith("MCP") ? version : header.endsWith("Name") ? name : method;
              if (value != null) {
                headers.addAll(List.of(header, value));
              }
            });
    var request = site.request(SERVER);
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    String params = "\"name\": \"greet\", \"arguments\": {\"user\": \"Ada\"}";

    Reply reply =
        site.send(
            request.POST(BodyPublishers.ofString(request("tools/call", params, NEWEST))).build());

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().at("/error/code").asInt(0)).isEqualTo(code);
  }

  @Test
  void whoSpeaksAnUnknownRevisionLearnsWhichOnesAreServed() {
    JsonNode error =
        site.post(
                SERVER,
                request("tools/list", "", "2030-01-01"),
                "MCP-Protocol-Version",
                "2030-01-01",
                "Mcp-Method",
                "tools/list")
            .json()
            .at("/error");

    assertThat(error.at("/code").asInt()).isEqualTo(-32022);
    assertThat(error.at("/data/supported/0").asString()).isEqualTo(NEWEST);
    assertThat(error.at("/data/requested").asString()).isEqualTo("2030-01-01");
    assertThat(
            old(
                    "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}",
                    "MCP-Protocol-Version",
                    "1999-01-01")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aRequestWithoutHandshakeSaysWhatTheClientCanDo() {
    Reply reply =
        site.post(
            SERVER,
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}",
            "MCP-Protocol-Version",
            NEWEST,
            "Mcp-Method",
            "tools/list");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(stateless("ping", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0123456789abcdef0123456789ABCDEF"})
  void aSessionThatNobodyBeganIsUnknown(String session) {
    Reply reply =
        old(
            "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"tools/list\"}",
            "Mcp-Session-Id",
            session);

    assertThat(reply.status()).isEqualTo(404);
  }

  @Test
  void thereAreNoStreamsAndNothingToEnd() {
    assertThat(site.get(SERVER).status()).isEqualTo(405);
    assertThat(site.delete(SERVER).status()).isEqualTo(405);
  }
}
