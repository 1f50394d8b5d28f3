package dev.legato.rest.bulk;

/**
 * How many things were changed, under the names that clients of all generations use.
 *
 * @param operationId the id of the request, as in the server's log
 * @param totalItems the same as {@code count}
 */
public record BulkView(int count, String operationId, int totalItems) {
  /** All of that many were changed by a request. */
  public static BulkView of(int count, String requestId) {
    return new BulkView(count, requestId, count);
  }
}
