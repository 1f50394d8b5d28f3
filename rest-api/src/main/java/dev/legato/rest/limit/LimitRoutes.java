package dev.legato.rest.limit;

import dev.legato.model.flow.Concurrency;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Pages;
import dev.legato.rest.search.Paging;
import dev.legato.storage.FlowField;
import dev.legato.storage.PageRequest.Sort;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of limits, which follow from executions: nobody can set how many run. */
public final class LimitRoutes {
  private static final long MAX_BYTES = 64 * 1024;
  private static final List<Sort<FlowField>> BY_ID =
      List.of(new Sort<>(FlowField.NAMESPACE, false), new Sort<>(FlowField.ID, false));

  private final Flows flows;
  private final Orchestrator orchestrator;

  private LimitRoutes(Flows flows, Orchestrator orchestrator) {
    this.flows = flows;
    this.orchestrator = orchestrator;
  }

  /** The routes. */
  public static List<Route> of(Flows flows, Orchestrator orchestrator) {
    var routes = new LimitRoutes(flows, orchestrator);
    return List.of(
        Paging.document(
                Route.get(
                    Scope.TENANT,
                    "concurrency-limit/search",
                    Access.READ,
                    "Lists flows with a limit and how many of their executions run"))
            .answers(200, Types.of(PageView.class, LimitView.class), "A page of flows, by id")
            .handledBy(routes::search),
        Route.put(
                Scope.TENANT,
                "concurrency-limit/{namespace}/{flowId}",
                Access.READ,
                "Shows how many executions of a flow run; the number cannot be set")
            .reads(new Body(MAX_BYTES, List.of(MediaType.JSON), LimitView.class, false))
            .answers(200, LimitView.class, "What runs now, whatever the body says")
            .handledBy(routes::show));
  }

  private Answer search(Call call) {
    var page = Paging.read(call.query(), Map.<String, FlowField>of(), List.of());
    List<LimitView> limited =
        Pages.all(BY_ID, request -> flows.search(List.of(), request)).stream()
            .flatMap(flow -> view(flow).stream())
            .toList();
    int from = (int) Math.min((page.page() - 1L) * page.size(), limited.size());
    int to = Math.min(from + page.size(), limited.size());
    return Answer.json(new PageView<>(limited.subList(from, to), limited.size()));
  }

  private Answer show(Call call) {
    FlowId id = PathIds.flow(call, "flowId");
    return flows
        .find(id)
        .flatMap(this::view)
        .map(Answer::json)
        .orElseThrow(() -> Problem.notFound("flow '%s' has no limit".formatted(id)));
  }

  private Optional<LimitView> view(LoadedFlow loaded) {
    Flow flow = loaded.flow();
    FlowId id = loaded.stored().id();
    Concurrency limit = flow == null ? null : flow.concurrency();
    return limit == null
        ? Optional.empty()
        : Optional.of(LimitView.of(id, orchestrator.running(id), limit.limit()));
  }
}
