package dev.legato.rest;

import dev.legato.rest.blueprint.BlueprintRoutes;
import dev.legato.rest.dashboard.DashboardRoutes;
import dev.legato.rest.execution.ExecutionPorts;
import dev.legato.rest.execution.ExecutionRoutes;
import dev.legato.rest.execution.ToolRuns;
import dev.legato.rest.execution.WebhookRoutes;
import dev.legato.rest.expression.EvaluationPorts;
import dev.legato.rest.expression.EvaluationRoutes;
import dev.legato.rest.file.FileRoutes;
import dev.legato.rest.flow.FlowRoutes;
import dev.legato.rest.graph.GraphRoutes;
import dev.legato.rest.http.Gateway;
import dev.legato.rest.http.Guard;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.Listener;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteTable;
import dev.legato.rest.keyvalue.KeyValueRoutes;
import dev.legato.rest.limit.LimitRoutes;
import dev.legato.rest.log.LogRoutes;
import dev.legato.rest.mcp.McpPorts;
import dev.legato.rest.mcp.McpRoutes;
import dev.legato.rest.metric.MetricRoutes;
import dev.legato.rest.namespace.NamespaceRoutes;
import dev.legato.rest.openapi.OpenApiRoutes;
import dev.legato.rest.operation.FiguresPage;
import dev.legato.rest.operation.HttpFigures;
import dev.legato.rest.operation.OperationRoutes;
import dev.legato.rest.plugin.PluginRoutes;
import dev.legato.rest.secret.SecretRoutes;
import dev.legato.rest.security.BasicAuth;
import dev.legato.rest.security.HostRule;
import dev.legato.rest.security.OriginRule;
import dev.legato.rest.security.SignIn;
import dev.legato.rest.session.SessionRoutes;
import dev.legato.rest.site.SiteHandler;
import dev.legato.rest.statistic.StatisticRoutes;
import dev.legato.rest.template.TemplateRoutes;
import dev.legato.rest.trigger.TriggerRoutes;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The HTTP interface, from {@link #start} to {@link #close}. */
public final class RestServer implements AutoCloseable {
  private final Listener listener;
  private final FiguresPage figures;
  private final List<Route> routes;

  private RestServer(Listener listener, FiguresPage figures, List<Route> routes) {
    this.listener = listener;
    this.figures = figures;
    this.routes = routes;
  }

  /**
   * Begins to serve.
   *
   * @throws IllegalStateException when the port cannot be had
   */
  public static RestServer start(RestConfig config, RestPorts ports) {
    var json = new Json();
    var binders = new ArrayList<MeterBinder>(ports.figures());
    var figures = new FiguresPage(binders);
    SignIn signIn = signIn(config, ports);
    List<Route> routes = routes(config, ports, json, figures, signIn);
    var gateway =
        new Gateway(
            new RouteTable(config.contextSegments(), routes),
            guard(config, signIn),
            config.limits(),
            json,
            ports.clock(),
            ports.random());
    binders.add(new HttpFigures(gateway));
    var site = new SiteHandler(RestServer.class.getClassLoader(), config.contextPath());
    var listener =
        Listener.start(config.host(), config.port(), config.limits(), site, gateway, json);
    return new RestServer(listener, figures, routes);
  }

  private static List<Route> routes(
      RestConfig config, RestPorts ports, Json json, FiguresPage figures, SignIn signIn) {
    var limits = config.limits();
    ExecutionPorts executions = executions(config, ports, json);
    var routes = new ArrayList<Route>();
    routes.addAll(
        FlowRoutes.of(ports.flows(), ports.storage().executions(), json, ports.clock(), limits));
    routes.addAll(TemplateRoutes.of(ports.templates(), json, ports.clock(), limits));
    routes.addAll(ExecutionRoutes.of(executions, limits));
    routes.addAll(LimitRoutes.of(ports.flows(), ports.orchestrator()));
    routes.addAll(WebhookRoutes.of(ports.webhooks(), executions, limits));
    routes.addAll(McpRoutes.of(mcp(ports, executions), limits.flowBytes()));
    routes.addAll(EvaluationRoutes.of(evaluation(ports, json), limits.flowBytes()));
    routes.addAll(GraphRoutes.of(ports.flows(), ports.storage().executions(), limits.flowBytes()));
    routes.addAll(FileRoutes.of(ports.files(), ports.storage().executions()));
    routes.addAll(
        NamespaceRoutes.of(
            ports.namespaces(),
            ports.flows(),
            ports.namespaceFiles(),
            ports.files(),
            json,
            limits));
    routes.addAll(observing(ports, json));
    routes.addAll(
        KeyValueRoutes.of(ports.storage().keyValues(), json, ports.clock(), limits.flowBytes()));
    routes.addAll(TriggerRoutes.of(ports.triggers(), json, ports.clock()));
    routes.addAll(SecretRoutes.of(ports.secrets(), json, limits.flowBytes()));
    routes.addAll(PluginRoutes.of(ports.types(), ports.info().version()));
    routes.addAll(operating(config, ports, json, figures, signIn));
    routes.addAll(OpenApiRoutes.of(List.copyOf(routes), ports.info().version()));
    return List.copyOf(routes);
  }

  /** What is about the server itself. */
  private static List<Route> operating(
      RestConfig config, RestPorts ports, Json json, FiguresPage figures, SignIn signIn) {
    var routes = new ArrayList<Route>();
    routes.addAll(
        OperationRoutes.of(ports.info(), ports.checks(), figures, config.externalUrl(), signIn));
    routes.addAll(SessionRoutes.of(signIn, json, setting(config, ports)));
    return routes;
  }

  /** What people look at, to see how things go and how others do it. */
  private static List<Route> observing(RestPorts ports, Json json) {
    var live = ports.orchestrator().live();
    var routes = new ArrayList<Route>();
    routes.addAll(DashboardRoutes.of(ports.storage(), json, ports.clock(), ports.random()));
    routes.addAll(StatisticRoutes.of(ports.storage(), json, ports.clock()));
    routes.addAll(LogRoutes.of(ports.storage(), live, json, ports.clock()));
    routes.addAll(MetricRoutes.of(ports.storage().metrics(), ports.clock()));
    routes.addAll(BlueprintRoutes.of(ports.flows()));
    return routes;
  }

  private static ExecutionPorts executions(RestConfig config, RestPorts ports, Json json) {
    return new ExecutionPorts(
        ports.flows(),
        ports.executions(),
        ports.orchestrator(),
        ports.storage().executions(),
        ports.files(),
        json,
        ports.clock(),
        config.externalUrl());
  }

  private static McpPorts mcp(RestPorts ports, ExecutionPorts executions) {
    return new McpPorts(
        ports.tools(),
        new ToolRuns(ports.tools(), executions),
        ports.storage().logs(),
        executions.json(),
        ports.info().version(),
        ports.random());
  }

  private static EvaluationPorts evaluation(RestPorts ports, Json json) {
    return new EvaluationPorts(
        ports.expressions(),
        ports.flows(),
        ports.types(),
        ports.storage().keyValues(),
        ports.files(),
        json);
  }

  private static SessionRoutes.Setting setting(RestConfig config, RestPorts ports) {
    URI external = config.externalUrl();
    boolean secure = external != null && "https".equals(external.getScheme());
    return new SessionRoutes.Setting(config.contextPath(), secure, ports.info().version());
  }

  private static SignIn signIn(RestConfig config, RestPorts ports) {
    return new SignIn(
        config.credentials(),
        ports.firstUser(),
        credentials ->
            new BasicAuth(credentials, ports.passwords(), ports.clock(), ports.random()));
  }

  private static Guard guard(RestConfig config, SignIn signIn) {
    Set<String> hosts = new HashSet<>(config.allowedHosts());
    URI external = config.externalUrl();
    if (external != null && external.getHost() != null) {
      hosts.add(external.getHost());
    }
    return new Guard(new HostRule(hosts), new OriginRule(external), signIn, config.realm());
  }

  /** The port that is listened on. */
  public int port() {
    return listener.port();
  }

  /** All operations, for tests and documentation. */
  public List<Route> routes() {
    return routes;
  }

  /** Takes no new requests, lets the running ones finish within the drain time, then stops. */
  @Override
  public void close() {
    listener.close();
    figures.close();
  }
}
