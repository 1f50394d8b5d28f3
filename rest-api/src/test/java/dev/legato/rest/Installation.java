package dev.legato.rest;

import dev.legato.files.LocalFileStore;
import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import dev.legato.language.flow.FlowCompiler;
import dev.legato.language.flow.FlowParser;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.model.log.MetricEntry;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.OrchestratorConfig;
import dev.legato.orchestrator.call.CallPorts;
import dev.legato.orchestrator.call.ErrandRunner;
import dev.legato.orchestrator.execution.Evaluation;
import dev.legato.orchestrator.execution.Executions;
import dev.legato.orchestrator.expression.ExpressionProbe;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.namespace.Namespaces;
import dev.legato.orchestrator.shard.Workers;
import dev.legato.orchestrator.template.Templates;
import dev.legato.orchestrator.trigger.Arming;
import dev.legato.orchestrator.trigger.TriggerConfig;
import dev.legato.orchestrator.trigger.Triggering;
import dev.legato.orchestrator.trigger.Triggers;
import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.rest.operation.HealthCheck;
import dev.legato.rest.operation.ServerInfo;
import dev.legato.rest.secret.SecretPorts;
import dev.legato.rest.security.Credentials;
import dev.legato.rest.security.FirstUser;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.Storage;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.namespace.NamespaceFiles;
import dev.legato.storage.secret.Keyring;
import dev.legato.storage.secret.Vault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole server on a free port. Its worker ends every task at once, except those named {@code
 * hold}, which it keeps until they are released or killed.
 */
final class Installation implements AutoCloseable {
  static final Credentials ADA = new Credentials("ada@example.com", "hash of Secret!1");

  private static final JsonMapper JSON = new JsonMapper();

  private final Storage storage;
  private final FileStore files;
  private final Orchestrator orchestrator;
  private final ErrandRunner errands;
  private final Triggering triggering;
  private final RestServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ConcurrentMap<Job.Key, Job> held = new ConcurrentHashMap<>();
  volatile boolean healthy = true;

  /** Tasks named {@code fail} do so until then. */
  volatile boolean repaired;

  /** Does nothing; the worker of this installation never runs it. */
  @TaskType(value = "test.Echo", title = "Does nothing.")
  public record Echo(@Property("A text.") String text) implements Task<NoOutput> {
    @Override
    public NoOutput run(TaskContext context) {
      throw new IllegalStateException("Expected no task to be run");
    }
  }

  /** An answer with its body as JSON. */
  record Reply(int status, JsonNode json, HttpResponse<String> http) {}

  Installation(Path directory) {
    this(directory, RestConfig.DEFAULTS.withPort(0));
  }

  Installation(Path directory, RestConfig config) {
    InstantSource clock = InstantSource.system();
    var random = new SecureRandom();
    storage = SqlStorage.open(directory, SqlConfig.DEFAULTS, clock);
    files = LocalFileStore.open(directory.resolve("storage"));
    var expressions =
        new Expressions(
            clock, random, ExpressionLimits.DEFAULT, ExpressionEnvironment.in(ZoneOffset.UTC));
    var types = TypeCatalog.of(List.of(Installation.class.getClassLoader()));
    var parser = new FlowParser(types, expressions);
    var templates = new Templates(storage.templates(), parser, clock);
    var flows =
        new Flows(
            storage.flows(),
            parser,
            new FlowCompiler(parser),
            templates,
            new Arming(expressions, TriggerConfig.DEFAULTS, clock)::of,
            clock);
    var evaluation = new Evaluation(expressions);
    orchestrator =
        new Orchestrator(storage, flows, flows, evaluation, clock, OrchestratorConfig.DEFAULTS);
    flows.listen(orchestrator::flowChanged);
    errands =
        new ErrandRunner(
            new CallPorts(orchestrator, flows, storage, files, expressions, clock), evaluation);
    var origin = new Executions.Origin(clock, random);
    var stores = new Executions.Stores(storage.executions(), files);
    var executions = new Executions(flows, orchestrator, stores, expressions, origin);
    triggering =
        new Triggering(
            new Triggering.Ports(storage, flows, orchestrator, executions, expressions, clock),
            TriggerConfig.DEFAULTS);
    flows.listen(triggering::flowChanged);
    orchestrator.listen(triggering::executionChanged);
    orchestrator.start(new Hands(), errands, work -> Thread.ofPlatform().daemon().unstarted(work));
    triggering.start(work -> Thread.ofPlatform().daemon().unstarted(work));
    var probe = new ExpressionProbe(expressions, storage.executions(), flows);
    server = RestServer.start(config, ports(flows, templates, executions, probe, types, origin));
  }

  private RestPorts ports(
      Flows flows,
      Templates templates,
      Executions executions,
      ExpressionProbe probe,
      TypeCatalog types,
      Executions.Origin origin) {
    return new RestPorts(
        flows,
        templates,
        executions,
        triggering.triggers(),
        triggering.webhooks(),
        triggering.tools(),
        probe,
        orchestrator,
        storage,
        files,
        new Namespaces(storage.namespaces(), origin.clock()),
        new NamespaceFiles(files),
        new SecretPorts(
            new Vault(
                storage.secrets(),
                new Keyring(List.of(new byte[Keyring.KEY_BYTES]), origin.random())),
            List.of("FROM_ENVIRONMENT")),
        types,
        (password, hash) -> hash.equals("hash of " + password),
        new FirstUser("token", (name, password) -> new Credentials(name, "hash of " + password)),
        new ServerInfo(new UUID(1, 2), "1.2.3", "abcdef", Instant.EPOCH),
        List.of(new HealthCheck("storage", () -> healthy)),
        List.of(),
        origin.clock(),
        origin.random());
  }

  RestServer server() {
    return server;
  }

  Storage storage() {
    return storage;
  }

  FileStore files() {
    return files;
  }

  Triggers triggers() {
    return triggering.triggers();
  }

  HttpClient client() {
    return client;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  Reply send(HttpRequest request) {
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      boolean isJson =
          answer.headers().firstValue("Content-Type").orElse("").equals("application/json");
      return new Reply(answer.statusCode(), isJson ? JSON.readTree(answer.body()) : null, answer);
    } catch (Exception e) {
      throw new IllegalStateException("Expected an answer", e);
    }
  }

  Reply get(String path) {
    return send(request(path).build());
  }

  Reply delete(String path) {
    return send(request(path).DELETE().build());
  }

  Reply post(String path, String body, String... headers) {
    return send(with(request(path).POST(BodyPublishers.ofString(body)), headers));
  }

  Reply post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()).build());
  }

  /** Sends a form with one file. */
  Reply upload(String path, String part, String fileName, byte[] content, String... headers) {
    String head =
        "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
            .formatted(part, fileName);
    var body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head),
            BodyPublishers.ofByteArray(content),
            BodyPublishers.ofString("\r\n--b--\r\n"));
    var request =
        request(path).header("Content-Type", "multipart/form-data; boundary=b").POST(body);
    return send(with(request, headers));
  }

  Reply put(String path, String body) {
    return send(request(path).PUT(BodyPublishers.ofString(body)).build());
  }

  private static HttpRequest with(HttpRequest.Builder request, String... headers) {
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }

  /** Saves a flow with one task for each id. */
  void save(String id, String extra, String... taskIds) {
    var source = new StringBuilder("id: '" + id + "'\nnamespace: team\n" + extra + "tasks:\n");
    for (String task : taskIds) {
      source.append("  - id: %s\n    type: test.Echo\n    text: hello\n".formatted(task));
    }
    Reply saved = post("/api/v1/flows", source.toString());
    if (saved.status() != 200) {
      throw new IllegalStateException("Expected a flow to be saved, but: " + saved.json());
    }
  }

  /** Lets all held tasks end. */
  void release() {
    held.keySet().forEach(key -> end(key, AttemptResult.success(Map.of())));
  }

  private void end(Job.Key key, AttemptResult result) {
    if (held.remove(key) != null) {
      orchestrator.attemptEnded(key, result);
    }
  }

  @Override
  public void close() {
    client.shutdownNow(); // first, because a server waits for those who are connected
    server.close();
    triggering.close();
    orchestrator.close();
    errands.close();
    files.close();
    storage.close();
  }

  private final class Hands implements Workers {
    @Override
    public void run(Job job) {
      String task = job.step().header().id();
      Instant now = Instant.now();
      storage
          .logs()
          .append(
              List.of(
                  line(job, now, LogLevel.INFO, "begin " + task),
                  line(job, now, LogLevel.WARN, "end of " + task)));
      storage
          .metrics()
          .append(
              List.of(
                  new MetricEntry(
                      job.flow(),
                      job.execution(),
                      task,
                      job.taskRunId(),
                      MetricEntry.Kind.COUNTER,
                      "rows",
                      3,
                      Map.of("table", "t"),
                      now)));
      held.put(job.key(), job);
      if (task.equals("fail") && !repaired) {
        storage.logs().append(List.of(line(job, now, LogLevel.ERROR, "it is broken")));
        end(job.key(), AttemptResult.failed("it is broken"));
      } else if (!task.equals("hold")) {
        end(job.key(), AttemptResult.success(Map.of("value", task)));
      }
    }

    private static LogEntry line(Job job, Instant at, LogLevel level, String message) {
      return new LogEntry(
          job.flow(),
          job.execution(),
          job.step().header().id(),
          job.taskRunId(),
          job.attempt(),
          at,
          level,
          "worker",
          message);
    }

    @Override
    public void kill(Job.Key job) {
      end(job, AttemptResult.killed());
    }

    @Override
    public Set<Integer> running(ExecutionId execution) {
      return Set.of();
    }
  }
}
