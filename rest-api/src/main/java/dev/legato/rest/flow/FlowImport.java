package dev.legato.rest.flow;

import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.export.SourceArchive;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Form;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Saves the flows of a file. */
final class FlowImport {
  static final String PART = "fileUpload";

  private final Flows flows;
  private final long maxSource;

  FlowImport(Flows flows, long maxSource) {
    this.flows = flows;
    this.maxSource = maxSource;
  }

  /** Saves what is valid, or nothing unless all is; tells what is not. */
  Answer read(Call call) throws IOException {
    Form<List<SourceArchive.Entry>> form =
        call.form(
            maxSource,
            (_, fileName, content) ->
                SourceArchive.read(fileName, content.readAllBytes(), maxSource));
    List<SourceArchive.Entry> entries = form.files().get(PART);
    if (entries == null) {
      throw Problem.illegalArgument("the form needs a file in its part '%s'".formatted(PART));
    }
    boolean allOrNothing = call.query().flag("failOnError", false);
    if (allOrNothing) {
      refuseInvalid(entries);
    }
    var failed = new ArrayList<String>();
    for (SourceArchive.Entry entry : entries) {
      if (!(flows.save(entry.source()) instanceof Saved)) {
        failed.add(entry.name());
      }
    }
    return Answer.json(failed);
  }

  private void refuseInvalid(List<SourceArchive.Entry> entries) {
    var details = new ArrayList<Detail>();
    for (SourceArchive.Entry entry : entries) {
      flows.read(entry.source()).complaints().stream()
          .filter(complaint -> complaint.isError())
          .forEach(
              error ->
                  details.add(
                      new Detail(
                          "flow %s: %s".formatted(entry.name(), error),
                          error.path(),
                          error.code().name())));
    }
    if (!details.isEmpty()) {
      throw Problem.invalid(details);
    }
  }
}
