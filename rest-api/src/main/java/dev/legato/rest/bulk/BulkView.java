package dev.legato.rest.bulk;

import dev.legato.rest.http.Problem.Invalid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many things were changed, under the names that clients of all generations use.
 *
 * @param operationId the id of the request, as in the server's log
 * @param totalItems the same as {@code count}
 * @param tooLate what changed by itself meanwhile, so that nothing was done to it
 */
public record BulkView(
    int count, String operationId, int totalItems, @Nullable List<Invalid> tooLate) {
  /** What a request has changed. */
  public static BulkView of(int count, String requestId, List<Invalid> tooLate) {
    return new BulkView(count, requestId, count, tooLate.isEmpty() ? null : tooLate);
  }
}
