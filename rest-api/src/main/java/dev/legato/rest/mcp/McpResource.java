package dev.legato.rest.mcp;

import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers messages of the Model Context Protocol. */
final class McpResource {
  private static final int SESSION_BYTES = 16;
  private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

  private final McpPorts ports;
  private final McpMethods methods;

  McpResource(McpPorts ports) {
    this.ports = ports;
    this.methods = new McpMethods(ports);
  }

  Answer post(Call call) throws IOException, InterruptedException {
    String server = PathIds.name(call.path("server"), "MCP server");
    Object id = null;
    try {
      Message message = Message.of(read(call));
      id = message.id();
      Revision revision = Revision.of(call, message);
      if (!message.isRequest()) {
        return new Answer.Empty(202);
      }
      var request = new McpRequest(call, server, message, revision);
      return headed(request, Answer.json(response(id, "result", answered(request))));
    } catch (RpcError e) {
      return new Answer.Json(e.status(), response(id, "error", e.view()));
    }
  }

  private @Nullable Object read(Call call) throws IOException, RpcError {
    byte[] body = call.body();
    try {
      return ports.json().read(body);
    } catch (Problem notJson) {
      throw new RpcError(400, RpcError.PARSE_ERROR, notJson.text());
    }
  }

  /** A session is a name that the client repeats; nothing is kept under it. */
  private Answer headed(McpRequest request, Answer answer) {
    if (!request.isHandshake()) {
      return answer;
    }
    byte[] name = new byte[SESSION_BYTES];
    ports.random().nextBytes(name);
    return new Answer.Headed(
        Map.of(McpRoutes.SESSION_HEADER, HexFormat.of().formatHex(name)), answer);
  }

  private static Map<String, Object> response(
      @Nullable Object id, String member, Map<String, Object> value) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("jsonrpc", "2.0");
    if (id != null) {
      response.put("id", id);
    }
    response.put(member, value);
    return response;
  }

  private Map<String, Object> answered(McpRequest request)
      throws RpcError, IOException, InterruptedException {
    return switch (request.revision()) {
      case WITH_HANDSHAKE -> methods.call(request);
      case STATELESS -> {
        Map<String, Object> result = new LinkedHashMap<>(methods.call(request));
        result.put("resultType", "complete");
        Map<String, Object> meta = new LinkedHashMap<>();
        if (result.get("_meta") instanceof Map<?, ?> own) {
          own.forEach((key, value) -> meta.put(key.toString(), value));
        }
        meta.put(SERVER_INFO, methods.serverInfo());
        result.put("_meta", meta);
        yield result;
      }
    };
  }
}
