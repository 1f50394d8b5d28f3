/**
 * Offers flows as tools to clients of the Model Context Protocol, over Streamable HTTP. Both
 * generations of the protocol are served at one address, and nothing is remembered between
 * requests. Start at {@link dev.legato.rest.mcp.McpRoutes}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification">the specification</a>
 */
@NullMarked
package dev.legato.rest.mcp;

import org.jspecify.annotations.NullMarked;
