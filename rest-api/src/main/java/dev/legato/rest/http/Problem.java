package dev.legato.rest.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with an error that the client is told about. Thrown by handlers; the message is
 * for people and must not name classes, statements or paths of the machine.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Detail> details;
  private final transient List<Invalid> invalids;
  private final transient Map<String, String> headers;

  private Problem(int status, String message, List<Detail> details, Map<String, String> headers) {
    this(status, message, details, List.of(), headers);
  }

  private Problem(
      int status,
      String message,
      List<Detail> details,
      List<Invalid> invalids,
      Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.details = details;
    this.invalids = invalids;
    this.headers = headers;
  }

  /**
   * One of several mistakes in a request.
   *
   * @param code stable, for programs; absent when there is none
   */
  public record Detail(String message, @Nullable String path, @Nullable String code) {
    public Detail(String message, @Nullable String path) {
      this(message, path, null);
    }
  }

  /**
   * One of several things that a client wanted to change and that cannot be changed.
   *
   * @param invalidValue its id
   * @param path what kind of thing it is
   * @param propertyPath the same, for older clients
   */
  public record Invalid(String message, String invalidValue, String path, String propertyPath) {
    public Invalid(String message, String invalidValue, String path) {
      this(message, invalidValue, path, path);
    }
  }

  /** A missing or unreadable parameter, path or header. */
  public static Problem badRequest(String detail) {
    return new Problem(400, "Bad Request: " + detail, List.of(), Map.of());
  }

  /** A search filter that cannot be understood. */
  public static Problem invalidFilters(String detail) {
    return new Problem(400, "Invalid query filters: " + detail, List.of(), Map.of());
  }

  /** A request that a browser made for another site. */
  public static Problem forbidden(String detail) {
    return new Problem(403, "Forbidden: " + detail, List.of(), Map.of());
  }

  /** Something that does not exist, or not for this caller. */
  public static Problem notFound(String detail) {
    return new Problem(404, "Not Found: " + detail, List.of(), Map.of());
  }

  /** A path that exists, for other methods. */
  public static Problem methodNotAllowed(String method, String allowed) {
    return new Problem(
        405,
        "Method Not Allowed: %s is not possible here, only %s".formatted(method, allowed),
        List.of(),
        Map.of("Allow", allowed));
  }

  /** Something that is not possible in the present state. */
  public static Problem conflict(String detail) {
    return new Problem(409, "Illegal state: " + detail, List.of(), Map.of());
  }

  /** Something that was there and has expired. */
  public static Problem gone(String detail) {
    return new Problem(410, "Resource has expired: " + detail, List.of(), Map.of());
  }

  /**
   * Something that is not possible in the present state, where clients expect another status than
   * 409.
   */
  public static Problem refused(int status, String detail) {
    return switch (status) {
      case 400 -> badRequest(detail);
      case 422 -> illegalArgument(detail);
      default -> conflict(detail);
    };
  }

  /** More than a limit allows. */
  public static Problem tooLarge(String detail) {
    return new Problem(413, "Request Entity Too Large: " + detail, List.of(), Map.of());
  }

  /** A body in a form that the route does not read. */
  public static Problem unsupportedMediaType(String detail) {
    return new Problem(415, "Unsupported Media Type: " + detail, List.of(), Map.of());
  }

  /** A part of a file that it does not have. */
  static Problem rangeNotSatisfiable(long size) {
    return new Problem(
        416,
        "Range Not Satisfiable: the file has %d bytes".formatted(size),
        List.of(),
        Map.of("Content-Range", "bytes */" + size));
  }

  /** A host name that this server does not serve. */
  public static Problem misdirected(String detail) {
    return new Problem(421, "Misdirected Request: " + detail, List.of(), Map.of());
  }

  /** A value that is not allowed. */
  public static Problem illegalArgument(String detail) {
    return new Problem(422, "Illegal argument: " + detail, List.of(), Map.of());
  }

  /** A value that is not allowed; the exception says why in words for the client. */
  public static Problem illegalArgument(IllegalArgumentException reason) {
    return illegalArgument(String.valueOf(reason.getMessage()));
  }

  /** A body that breaks the rules of what it describes. */
  public static Problem invalid(String message, List<Detail> details) {
    return new Problem(422, message, List.copyOf(details), Map.of());
  }

  /**
   * A body that breaks the rules of what it describes: the first mistake in words, all as details.
   *
   * @param details at least one
   */
  public static Problem invalid(List<Detail> details) {
    Detail first = details.getFirst();
    String path = first.path();
    boolean placed = path == null || path.isEmpty() || first.message().startsWith(path);
    int others = details.size() - 1;
    return invalid(
        "Invalid entity: %s%s%s"
            .formatted(
                placed ? "" : path + ": ",
                first.message(),
                others == 0
                    ? ""
                    : " (and %d more problem%s)".formatted(others, others == 1 ? "" : "s")),
        details);
  }

  /**
   * An action on many things that some of them forbid; none was changed.
   *
   * @param operation such as {@code kill}
   */
  public static Problem invalidBulk(String operation, List<Invalid> invalids) {
    return new Problem(
        400, "invalid bulk " + operation, List.of(), List.copyOf(invalids), Map.of());
  }

  /** A body that is not even readable. */
  public static Problem unreadable(String detail) {
    return new Problem(422, detail, List.of(), Map.of());
  }

  /** Missing or wrong credentials; the answer has no body. */
  public static Problem unauthorized(String realm) {
    return new Problem(
        401,
        "Unauthorized",
        List.of(),
        Map.of("WWW-Authenticate", "Basic realm=\"" + realm + "\", charset=\"UTF-8\""));
  }

  /** No or wrong credentials; the browser does not ask for them, because a page does. */
  public static Problem unauthorized() {
    return new Problem(401, "Unauthorized", List.of(), Map.of());
  }

  /** Too many requests for now. */
  public static Problem tooMany(String detail, long retryAfterSeconds) {
    return new Problem(
        429,
        "Too Many Requests: " + detail,
        List.of(),
        Map.of("Retry-After", Long.toString(retryAfterSeconds)));
  }

  /** Nothing wrong with the request, but not now. */
  public static Problem unavailable(String detail, long retryAfterSeconds) {
    return new Problem(
        503,
        "Service Unavailable: " + detail,
        List.of(),
        Map.of("Retry-After", Long.toString(retryAfterSeconds)));
  }

  /** Our own mistake; the log has the rest. */
  static Problem internal() {
    return new Problem(
        500,
        "Internal server error: the server's log has the details under this request's id",
        List.of(),
        Map.of());
  }

  /** For errors that are found before the request reaches a route. */
  static Problem ofStatus(int status, String message) {
    return new Problem(status, message, List.of(), Map.of());
  }

  public int status() {
    return status;
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  /** Every single mistake, when there can be several. */
  public List<Detail> details() {
    return details;
  }

  /** What cannot be changed, in an action on many things. */
  public List<Invalid> invalids() {
    return invalids;
  }

  Map<String, String> headers() {
    return headers;
  }
}
