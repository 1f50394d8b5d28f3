package dev.legato.rest.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request or a notification of JSON-RPC.
 *
 * @param id a text or a number; absent for a notification
 * @param method absent for what a client answers, which nobody here asked for
 */
record Message(@Nullable Object id, @Nullable String method, Map<?, ?> params) {
  private static final String META = "_meta";

  /** Reads a message. */
  static Message of(@Nullable Object json) throws RpcError {
    if (!(json instanceof Map<?, ?> map) || !"2.0".equals(map.get("jsonrpc"))) {
      throw invalid("The body must be one JSON-RPC 2.0 message.");
    }
    Object id = map.get("id");
    Object method = map.get("method");
    boolean isRequest = map.containsKey("method");
    if (isRequest && !(method instanceof String)) {
      throw invalid("'method' must be a text.");
    }
    if (map.containsKey("id") && !(id instanceof String || isInteger(id))) {
      throw invalid("'id' must be a text or a whole number.");
    }
    Object params = map.get("params");
    if (params != null && !(params instanceof Map<?, ?>)) {
      throw invalid("'params' must be an object.");
    }
    return new Message(id, (String) method, params instanceof Map<?, ?> object ? object : Map.of());
  }

  /** Whether an answer is expected. */
  boolean isRequest() {
    return id != null && method != null;
  }

  /** A parameter that is a text; absent when it is something else. */
  @Nullable String text(String name) {
    return params.get(name) instanceof String text ? text : null;
  }

  /** What the client says about the request itself. */
  Map<?, ?> meta() {
    return params.get(META) instanceof Map<?, ?> meta ? meta : Map.of();
  }

  private static boolean isInteger(@Nullable Object id) {
    return id instanceof Integer || id instanceof Long || id instanceof java.math.BigInteger;
  }

  private static RpcError invalid(String message) {
    return new RpcError(400, RpcError.INVALID_REQUEST, message);
  }
}
