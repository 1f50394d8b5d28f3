package dev.legato.rest.mcp;

import dev.legato.orchestrator.trigger.Tools.Tool;
import dev.legato.rest.http.Problem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The methods of the protocol. */
final class McpMethods {
  private static final Map<String, Object> CAPABILITIES =
      Map.of("tools", Map.of("listChanged", false));
  private static final Map<String, Object> NOT_KEPT = Map.of("ttlMs", 0, "cacheScope", "private");

  private final McpPorts ports;
  private final ToolAnswers answers;

  McpMethods(McpPorts ports) {
    this.ports = ports;
    this.answers = new ToolAnswers(ports.logs(), ports.json());
  }

  /** The result of a request. */
  Map<String, Object> call(McpRequest request) throws RpcError, IOException, InterruptedException {
    String session = request.session();
    String method = Objects.requireNonNull(request.message().method());
    return switch (method) {
      case "tools/list" -> listed(request);
      case "tools/call" -> called(request, session);
      default ->
          switch (request.revision()) {
            case WITH_HANDSHAKE -> ofHandshake(method, request.message());
            case STATELESS -> ofStateless(method);
          };
    };
  }

  private Map<String, Object> ofHandshake(String method, Message message) throws RpcError {
    return switch (method) {
      case "initialize" -> handshake(message);
      case "ping" -> Map.of();
      default -> throw unknown(200, method);
    };
  }

  private static Map<String, Object> ofStateless(String method) throws RpcError {
    return switch (method) {
      case "server/discover" -> discovered();
      default -> throw unknown(404, method);
    };
  }

  private static RpcError unknown(int status, String method) {
    return new RpcError(status, RpcError.METHOD_NOT_FOUND, "Method not found: " + method);
  }

  private Map<String, Object> handshake(Message message) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("protocolVersion", Revision.agreed(message));
    result.put("capabilities", CAPABILITIES);
    result.put("serverInfo", serverInfo());
    return result;
  }

  private static Map<String, Object> discovered() {
    Map<String, Object> result = new LinkedHashMap<>(NOT_KEPT);
    result.put("supportedVersions", Revision.all());
    result.put("capabilities", CAPABILITIES);
    return result;
  }

  /** Who answers. */
  Map<String, Object> serverInfo() {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("name", "legato");
    info.put("title", "Legato");
    info.put("version", ports.version());
    return info;
  }

  private Map<String, Object> listed(McpRequest request) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("tools", ports.tools().of(request.server()).stream().map(ToolView::of).toList());
    if (request.revision() == Revision.STATELESS) {
      result.putAll(NOT_KEPT);
    }
    return result;
  }

  private Map<String, Object> called(McpRequest request, @Nullable String session)
      throws RpcError, IOException, InterruptedException {
    String name = request.message().text("name");
    if (name == null) {
      throw new RpcError(200, RpcError.INVALID_PARAMS, "'params.name' must name a tool.");
    }
    Tool tool =
        ports
            .tools()
            .find(request.server(), name)
            .orElseThrow(() -> new RpcError(200, RpcError.INVALID_PARAMS, "Unknown tool: " + name));
    Map<String, @Nullable Object> arguments = arguments(request.message());
    String unknown = unknown(tool, arguments);
    if (!unknown.isEmpty()) {
      return ToolAnswers.failure("The tool has no arguments named: %s.".formatted(unknown));
    }
    try {
      return answers.of(ports.runs().run(request.call(), tool, arguments, session).execution());
    } catch (Problem refusal) {
      return ToolAnswers.of(refusal);
    }
  }

  private static Map<String, @Nullable Object> arguments(Message message) throws RpcError {
    Object given = message.params().get("arguments");
    if (given != null && !(given instanceof Map<?, ?>)) {
      throw new RpcError(200, RpcError.INVALID_PARAMS, "'params.arguments' must be an object.");
    }
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    if (given instanceof Map<?, ?> map) {
      map.forEach((name, value) -> arguments.put(name.toString(), value));
    }
    return arguments;
  }

  /** Otherwise a misspelt argument would be passed over in silence. */
  private static String unknown(Tool tool, Map<String, @Nullable Object> arguments) {
    List<String> ids = tool.flow().inputs().stream().map(input -> input.id()).toList();
    return arguments.keySet().stream()
        .filter(name -> ids.stream().noneMatch(id -> id.equals(name) || id.startsWith(name + ".")))
        .collect(Collectors.joining(", "));
  }
}
