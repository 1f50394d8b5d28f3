package dev.legato.rest.mcp;

import dev.legato.rest.http.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which revision of the protocol a request is meant in. Those until 2025-11-25 begin with a
 * handshake, in which the client learns the revision; later ones say with each request what it is
 * meant in, and repeat in headers what is in the body.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/versioning">how
 *     revisions are told apart</a>
 */
enum Revision {
  /** Each request stands for itself. */
  STATELESS,
  /** The client has made the handshake, or makes it now. */
  WITH_HANDSHAKE;

  /** Newest first. */
  private static final List<String> STATELESS_REVISIONS = List.of("2026-07-28");

  private static final List<String> HANDSHAKE_REVISIONS =
      List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

  private static final String META_VERSION = "io.modelcontextprotocol/protocolVersion";
  private static final String META_CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
  private static final Pattern ENCODED = Pattern.compile("=\\?base64\\?(.*)\\?=");

  /** All that are served, newest first. */
  static List<String> all() {
    List<String> all = new ArrayList<>(STATELESS_REVISIONS);
    all.addAll(HANDSHAKE_REVISIONS);
    return all;
  }

  /** The revision that a handshake agrees on: the one that is asked for, if it is known. */
  static String agreed(Message initialize) {
    return Optional.ofNullable(initialize.text("protocolVersion"))
        .filter(HANDSHAKE_REVISIONS::contains)
        .orElse(HANDSHAKE_REVISIONS.getFirst());
  }

  /**
   * How a request is meant.
   *
   * @throws RpcError when it is in no revision that is served, or contradicts itself
   */
  static Revision of(Call call, Message message) throws RpcError {
    String header = call.header(McpRoutes.VERSION_HEADER).orElse(null);
    boolean saysSo = message.meta().containsKey(META_VERSION);
    if (!saysSo && (header == null || HANDSHAKE_REVISIONS.contains(header))) {
      return WITH_HANDSHAKE;
    }
    if (!saysSo && !STATELESS_REVISIONS.contains(Objects.requireNonNull(header))) {
      throw RpcError.unsupported(Objects.requireNonNull(header), all());
    }
    checkMeta(message);
    checkHeaders(call, message);
    String requested = String.valueOf(message.meta().get(META_VERSION));
    if (!STATELESS_REVISIONS.contains(requested)) {
      throw RpcError.unsupported(requested, all());
    }
    return STATELESS;
  }

  private static void checkMeta(Message message) throws RpcError {
    for (String key : List.of(META_VERSION, META_CAPABILITIES)) {
      if (message.isRequest() && message.meta().get(key) == null) {
        throw new RpcError(
            400, RpcError.INVALID_PARAMS, "'params._meta' must have '%s'.".formatted(key));
      }
    }
  }

  /** So that who routes requests by their headers routes what is carried out. */
  private static void checkHeaders(Call call, Message message) throws RpcError {
    checkHeader(
        call,
        McpRoutes.VERSION_HEADER,
        String.valueOf(message.meta().get(META_VERSION)),
        Function.identity());
    if (message.isRequest()) {
      checkHeader(
          call, McpRoutes.METHOD_HEADER, String.valueOf(message.method()), Function.identity());
    }
    String name = message.text("name");
    if ("tools/call".equals(message.method()) && name != null) {
      checkHeader(call, McpRoutes.NAME_HEADER, name, Revision::decoded);
    }
  }

  private static void checkHeader(
      Call call, String header, String expected, Function<String, String> decoder) throws RpcError {
    Optional<String> given = call.header(header);
    if (given.isEmpty()) {
      throw RpcError.headerMismatch("%s is missing".formatted(header));
    }
    if (!decoder.apply(given.get()).equals(expected)) {
      throw RpcError.headerMismatch(
          "%s header value '%s' does not match body value '%s'"
              .formatted(header, given.get(), expected));
    }
  }

  /** A value that is no plain ASCII comes in Base64. */
  private static String decoded(String value) {
    Matcher encoded = ENCODED.matcher(value);
    if (!encoded.matches()) {
      return value;
    }
    try {
      return new String(Base64.getDecoder().decode(encoded.group(1)), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return value;
    }
  }
}
