package dev.legato.rest.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Severity;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.Validation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about one document. Members without anything to say are absent.
 *
 * @param constraints all errors, one a line; absent when the document is valid
 * @param outdated true when the document names a revision that is not the next one
 * @param deprecationPaths where something has a newer spelling
 * @param infos what the newer spellings are, and what else is good to know
 */
public record ValidationView(
    int index,
    @Nullable String namespace,
    @Nullable String flow,
    @Nullable String constraints,
    @Nullable Boolean outdated,
    @Nullable List<String> deprecationPaths,
    @Nullable List<String> warnings,
    @Nullable List<String> infos,
    @Nullable List<Remark> problems) {
  /** One of the things to say, in parts. */
  public record Remark(
      ComplaintCode code,
      Severity severity,
      String path,
      int line,
      int column,
      String message,
      @Nullable String hint) {
    static Remark of(Complaint complaint) {
      return new Remark(
          complaint.code(),
          complaint.severity(),
          complaint.path(),
          complaint.line(),
          complaint.column(),
          complaint.message(),
          complaint.hint());
    }
  }

  static ValidationView of(Validation validation) {
    FlowId id = validation.id();
    return of(
        validation.index(),
        id == null ? null : id.namespace(),
        id == null ? null : id.id(),
        validation.outdated(),
        validation.complaints());
  }

  /** What there is to say about a document that has no revisions. */
  public static ValidationView of(
      int index, @Nullable String namespace, @Nullable String id, List<Complaint> complaints) {
    return of(index, namespace, id, false, complaints);
  }

  private static ValidationView of(
      int index,
      @Nullable String namespace,
      @Nullable String id,
      boolean outdated,
      List<Complaint> all) {
    return new ValidationView(
        index,
        namespace,
        id,
        errors(all),
        outdated ? true : null,
        deprecations(all),
        texts(all, Severity.WARNING),
        texts(all, Severity.INFO),
        all.isEmpty() ? null : all.stream().map(Remark::of).toList());
  }

  private static @Nullable String errors(List<Complaint> complaints) {
    String errors =
        complaints.stream()
            .filter(Complaint::isError)
            .map(Complaint::toString)
            .collect(Collectors.joining("\n"));
    return errors.isEmpty() ? null : errors;
  }

  private static @Nullable List<String> deprecations(List<Complaint> complaints) {
    List<String> paths =
        complaints.stream()
            .filter(complaint -> complaint.code().isDeprecation())
            .map(Complaint::path)
            .toList();
    return paths.isEmpty() ? null : paths;
  }

  private static @Nullable List<String> texts(List<Complaint> complaints, Severity severity) {
    List<String> texts =
        complaints.stream()
            .filter(complaint -> complaint.severity() == severity)
            .map(Complaint::toString)
            .toList();
    return texts.isEmpty() ? null : texts;
  }
}
