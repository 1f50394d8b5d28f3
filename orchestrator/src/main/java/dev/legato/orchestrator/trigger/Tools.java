package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.McpTool;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.execution.CreateOutcome;
import dev.legato.orchestrator.execution.CreateRequest.Upload;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.trigger.Calls.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The flows that are offered as tools to clients of the Model Context Protocol. A server of that
 * protocol is a name that tools share. Safe for use by many threads that can wait.
 */
public final class Tools {
  private static final Comparator<TriggerState> BY_FLOW =
      Comparator.comparing((TriggerState state) -> state.id().flow().namespace())
          .thenComparing(state -> state.id().flow().id())
          .thenComparing(state -> state.id().trigger());

  private final EventTriggers triggers;
  private final Flows flows;
  private final Calls calls;
  private final LastFirings firings;

  Tools(EventTriggers triggers, Flows flows, Calls calls, LastFirings firings) {
    this.triggers = triggers;
    this.flows = flows;
    this.calls = calls;
    this.firings = firings;
  }

  /** A flow as a tool. */
  public record Tool(Flow flow, Trigger trigger, McpTool event) {
    TriggerId id() {
      return new TriggerId(flow.id(), trigger.id());
    }
  }

  /**
   * A call of a tool.
   *
   * @param arguments values for inputs; files among them are stored already
   * @param upload the files that came with the call
   * @param session of the client; absent when it has none
   * @param requestKey chosen by the caller: the same key makes one execution however often it comes
   */
  public record Invocation(
      Map<String, @Nullable Object> arguments,
      Upload upload,
      @Nullable String session,
      @Nullable String requestKey) {}

  /** The tools of all servers by name; servers and tools are sorted. */
  public SortedMap<String, SortedMap<String, Tool>> byServer() {
    SortedMap<String, SortedMap<String, Tool>> servers = new TreeMap<>();
    for (Tool tool : all()) {
      McpTool event = tool.event();
      Tool first =
          servers
              .computeIfAbsent(event.server(), _ -> new TreeMap<>())
              .putIfAbsent(event.name(), tool);
      if (first != null) {
        firings.failed(
            tool.id(),
            "Flow '%s' offers a tool '%s' on MCP server '%s' already. Rename one of them."
                .formatted(first.flow().id(), event.name(), event.server()));
      }
    }
    return servers;
  }

  /** The tools of a server, sorted by name; none when nobody knows the server. */
  public List<Tool> of(String server) {
    return List.copyOf(byServer().getOrDefault(server, new TreeMap<>()).values());
  }

  /** A tool of a server. */
  public Optional<Tool> find(String server, String name) {
    return all().stream()
        .filter(tool -> tool.event().name().equals(name) && tool.event().server().equals(server))
        .findFirst();
  }

  /** Those that can be called, always in the same order: the first one of a name wins. */
  private List<Tool> all() {
    List<Tool> tools = new ArrayList<>();
    for (TriggerState state : triggers.of(TriggerKind.MCP_TOOL).stream().sorted(BY_FLOW).toList()) {
      find(state).ifPresent(tools::add);
    }
    return tools;
  }

  private Optional<Tool> find(TriggerState state) {
    FlowId id = state.id().flow();
    Flow flow = flows.findToRun(id, null).map(loaded -> loaded.flow()).orElse(null);
    if (flow == null || flow.disabled()) {
      return Optional.empty();
    }
    return flow.triggers().stream()
        .filter(trigger -> trigger.id().equals(state.id().trigger()))
        .filter(trigger -> Calls.isOn(trigger, List.of(state)))
        .filter(trigger -> trigger.event() instanceof McpTool)
        .map(trigger -> new Tool(flow, trigger, (McpTool) trigger.event()))
        .findFirst();
  }

  /**
   * Starts the flow of a tool.
   *
   * @return empty when the conditions of the trigger do not hold
   */
  public Optional<CreateOutcome> call(Tool tool, Invocation invocation) {
    McpTool event = tool.event();
    List<Label> labels = new ArrayList<>();
    labels.add(new Label(Label.FROM, "mcp"));
    labels.add(new Label(Label.MCP_SERVER, event.server()));
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("toolName", event.name());
    variables.put("mcpServer", event.server());
    String session = invocation.session();
    if (session != null) {
      labels.add(new Label(Label.MCP_SESSION, session));
      variables.put("mcpSession", session);
    }
    if (!calls.isAnswered(tool.flow(), tool.trigger(), variables)) {
      return Optional.empty();
    }
    var wish =
        new Wish(
            invocation.arguments(),
            labels,
            variables,
            invocation.upload(),
            invocation.requestKey());
    return Optional.of(calls.start(tool.flow(), tool.trigger(), wish));
  }
}
