package dev.legato.rest.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.orchestrator.flow.Validation;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Pages;
import dev.legato.rest.search.Paging;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.FlowField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Shows and checks parts of flows. */
final class FlowPartResource {
  private static final Set<ComplaintCode> OLD_TYPES =
      Set.of(ComplaintCode.RENAMED_TYPE, ComplaintCode.DEPRECATED_TYPE);

  private final Flows flows;

  FlowPartResource(Flows flows) {
    this.flows = flows;
  }

  Answer task(Call call) {
    FlowId id = PathIds.flow(call, "id");
    String taskId = PathIds.name(call.path("taskId"), "task id");
    Flow flow =
        new FlowLookup(flows).find(id, call.query().number("revision", 1, Integer.MAX_VALUE));
    return Answer.json(
        TaskFinder.find(flow.document(), taskId)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "task '%s' does not exist in flow '%s'".formatted(taskId, id))));
  }

  Answer validateTask(Call call) throws IOException {
    String section = call.query().text("section").orElse("TASKS").toUpperCase(Locale.ROOT);
    return switch (section) {
      case "TASKS" -> validated(flows.checkTask(call.bodyText()));
      case "TRIGGERS" -> validated(flows.checkTrigger(call.bodyText()));
      default -> throw Problem.badRequest("the parameter 'section' must be TASKS or TRIGGERS");
    };
  }

  Answer validateTrigger(Call call) throws IOException {
    return validated(flows.checkTrigger(call.bodyText()));
  }

  private static Answer validated(List<Complaint> complaints) {
    return Answer.json(ValidationView.of(new Validation(0, null, complaints, false)));
  }

  Answer searchSources(Call call) {
    String wanted = call.query().text("q").orElse("");
    var filters = new ArrayList<Filter<FlowField>>();
    if (!wanted.isEmpty()) {
      filters.add(Filter.of(FlowField.SOURCE, Operator.CONTAINS, wanted));
    }
    call.query()
        .text("namespace")
        .ifPresent(name -> filters.add(Filter.of(FlowField.NAMESPACE, Operator.PREFIX, name)));
    var page = Paging.read(call.query(), FlowSearch.SORTS, FlowSearch.BY_ID);
    return Answer.json(
        PageView.of(flows.search(filters, page), flow -> FlowSourceView.of(flow, wanted)));
  }

  Answer deprecated(Call call) {
    var filters = new ArrayList<Filter<FlowField>>();
    call.query()
        .text("namespace")
        .ifPresent(name -> filters.add(Filter.of(FlowField.NAMESPACE, Operator.PREFIX, name)));
    return Answer.json(
        Pages.all(FlowSearch.BY_ID, page -> flows.search(filters, page)).stream()
            .map(FlowPartResource::oldTypes)
            .filter(flow -> !flow.deprecatedTasks().isEmpty())
            .toList());
  }

  private static DeprecatedFlowView oldTypes(LoadedFlow flow) {
    return new DeprecatedFlowView(
        flow.stored().id().namespace(),
        flow.stored().id().id(),
        flow.stored().revision(),
        flow.complaints().stream()
            .filter(complaint -> OLD_TYPES.contains(complaint.code()))
            .map(Complaint::path)
            .distinct()
            .toList());
  }
}
