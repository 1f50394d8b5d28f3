package dev.legato.rest.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.legato.rest.http.Problem.Detail;
import dev.legato.rest.http.Problem.Invalid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one shape of all errors.
 *
 * @param logref id of the request; the server's log has the same
 * @param invalids what cannot be changed, in an action on many things
 */
public record ProblemView(
    String message,
    String logref,
    @JsonProperty("_links") Links links,
    @JsonProperty("_embedded") @Nullable Embedded embedded,
    @Nullable List<Invalid> invalids) {
  static ProblemView of(Problem problem, String requestId, String path) {
    var embedded = problem.details().isEmpty() ? null : new Embedded(problem.details());
    return new ProblemView(
        problem.text(),
        requestId,
        new Links(new Link(path, false)),
        embedded,
        problem.invalids().isEmpty() ? null : problem.invalids());
  }

  /** Where the error happened. */
  public record Links(Link self) {}

  /** A path of this server. */
  public record Link(String href, boolean templated) {}

  /** Every single mistake. */
  public record Embedded(List<Detail> errors) {}
}
