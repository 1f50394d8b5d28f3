package dev.legato.rest.expression;

import dev.legato.model.flow.Flow;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import java.io.IOException;

/** Helps to write expressions. */
final class CompletionResource {
  private final Flows flows;
  private final Completions completions;

  CompletionResource(Flows flows, Completions completions) {
    this.flows = flows;
    this.completions = completions;
  }

  /** The source is being written: what is wrong with it does not matter. */
  Answer complete(Call call) throws IOException {
    Flow sketch = flows.read(call.bodyText()).sketch().orElse(null);
    return Answer.json(completions.of(sketch, call.query().text("taskId").orElse(null)));
  }
}
