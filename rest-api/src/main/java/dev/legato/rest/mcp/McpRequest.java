package dev.legato.rest.mcp;

import dev.legato.rest.http.Call;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A message that has to be answered. */
record McpRequest(Call call, String server, Message message, Revision revision) {
  private static final Pattern SESSION = Pattern.compile("[0-9a-f]{32}");

  boolean isHandshake() {
    return revision == Revision.WITH_HANDSHAKE && "initialize".equals(message.method());
  }

  /** The session that the handshake began; absent when there is none. */
  @Nullable String session() throws RpcError {
    Optional<String> session = call.header(McpRoutes.SESSION_HEADER);
    if (revision == Revision.STATELESS || isHandshake() || session.isEmpty()) {
      return null;
    }
    if (!SESSION.matcher(session.get()).matches()) {
      throw new RpcError(404, RpcError.INVALID_REQUEST, "There is no such session.");
    }
    return session.get();
  }
}
