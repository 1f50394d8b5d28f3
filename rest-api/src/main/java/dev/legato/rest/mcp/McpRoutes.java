package dev.legato.rest.mcp;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Scope;
import java.util.List;
import java.util.Map;

/** The address of MCP servers. */
public final class McpRoutes {
  static final String VERSION_HEADER = "MCP-Protocol-Version";
  static final String METHOD_HEADER = "Mcp-Method";
  static final String NAME_HEADER = "Mcp-Name";
  static final String SESSION_HEADER = "Mcp-Session-Id";

  private McpRoutes() {}

  /**
   * The routes.
   *
   * @param maxBytes of a message
   */
  public static List<Route> of(McpPorts ports, long maxBytes) {
    return List.of(
        Route.post(
                Scope.TENANT,
                "mcp/{server}",
                Access.RUN,
                "Takes a message of the Model Context Protocol: flows are called as tools")
            .reads(new Body(maxBytes, List.of(MediaType.JSON), Map.class, true))
            .header(VERSION_HEADER, "The revision of the protocol; needed since 2025-06-18")
            .header(METHOD_HEADER, "The method of the message; needed since 2026-07-28")
            .header(NAME_HEADER, "The tool that is called; needed since 2026-07-28")
            .header(SESSION_HEADER, "The session, as the handshake gave it; until 2025-11-25")
            .answers(200, Map.class, "The answer to a request, also when it could not be done")
            .answers(202, "A notification was taken note of")
            .answers(400, Map.class, "The message is not in order, or in no known revision")
            .answers(404, Map.class, "There is no such method or session")
            .handledBy(new McpResource(ports)::post));
  }
}
