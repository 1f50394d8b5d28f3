package dev.legato.rest.expression;

import dev.legato.language.flow.ParseResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.Flow;
import dev.legato.orchestrator.expression.ExpressionProbe;
import dev.legato.orchestrator.expression.ProbeOutcome;
import dev.legato.orchestrator.expression.ProbeOutcome.Evaluated;
import dev.legato.orchestrator.expression.ProbeOutcome.Failed;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.flow.FlowLookup;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Renders several expressions at once, as editors show them. */
final class RenderResource {
  private final ExpressionProbe probe;
  private final Flows flows;
  private final Json json;

  RenderResource(ExpressionProbe probe, Flows flows, Json json) {
    this.probe = probe;
    this.flows = flows;
    this.json = json;
  }

  Answer render(Call call) throws IOException {
    RenderRequest wanted = RenderRequest.of(json.readObject(call.body()));
    Function<String, ProbeOutcome> place = place(wanted);
    Map<String, String> rendered = new LinkedHashMap<>();
    Map<String, String> errors = new LinkedHashMap<>();
    for (String expression : wanted.expressions()) {
      switch (place.apply(expression)) {
        case Evaluated(var text, _) -> rendered.put(expression, text);
        case Failed(var message, _) -> errors.put(expression, message);
        case ProbeOutcome.Unusable unusable -> throw EvaluationResource.problem(unusable);
      }
    }
    return Answer.json(new RenderView(rendered, errors.isEmpty() ? null : errors));
  }

  /** How an expression is evaluated with the variables that the client means. */
  private Function<String, ProbeOutcome> place(RenderRequest wanted) {
    ExecutionId execution = wanted.executionId();
    if (execution != null) {
      return expression -> probe.inExecution(expression, execution, null);
    }
    return flow(wanted)
        .<Function<String, ProbeOutcome>>map(flow -> expression -> probe.inFlow(expression, flow))
        .orElse(expression -> probe.evaluate(expression, Map.of()));
  }

  private Optional<Flow> flow(RenderRequest wanted) {
    if (wanted.flow() != null) {
      return Optional.of(read(wanted.flow()));
    }
    return Optional.ofNullable(wanted.stored())
        .map(id -> new FlowLookup(flows).find(id, Optional.empty()));
  }

  /** Editors ask while somebody types: a mistake elsewhere in the source is no reason to refuse. */
  private Flow read(String source) {
    ParseResult parsed = flows.read(source);
    return parsed.sketch().orElseThrow(() -> FlowLookup.invalid(parsed.complaints()));
  }
}
