package dev.legato.rest.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that cannot be carried out, as JSON-RPC tells it.
 *
 * <p>Statuses of 400 and 404 are for requests that are not in order; clients that speak several
 * revisions look at the body then to find out which ones the server knows.
 */
final class RpcError extends Exception {
  private static final long serialVersionUID = 1L;

  static final int PARSE_ERROR = -32_700;
  static final int INVALID_REQUEST = -32_600;
  static final int METHOD_NOT_FOUND = -32_601;
  static final int INVALID_PARAMS = -32_602;
  static final int HEADER_MISMATCH = -32_020;
  static final int UNSUPPORTED_REVISION = -32_022;

  private final int status;
  private final int code;
  private final transient Map<String, Object> data;

  RpcError(int status, int code, String message) {
    this(status, code, message, Map.of());
  }

  private RpcError(int status, int code, String message, Map<String, Object> data) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.data = data;
  }

  static RpcError unsupported(String requested, List<String> supported) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("supported", supported);
    data.put("requested", requested);
    return new RpcError(400, UNSUPPORTED_REVISION, "Unsupported protocol version", data);
  }

  static RpcError headerMismatch(String message) {
    return new RpcError(400, HEADER_MISMATCH, "Header mismatch: " + message);
  }

  /** Of HTTP. */
  int status() {
    return status;
  }

  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("code", code);
    view.put("message", String.valueOf(getMessage()));
    if (!data.isEmpty()) {
      view.put("data", data);
    }
    return view;
  }
}
