package dev.legato.server;

import dev.legato.docker.DockerContainers;
import dev.legato.docker.DockerRules;
import dev.legato.http.GuardedHttpClient;
import dev.legato.language.expression.Expressions;
import dev.legato.language.flow.FlowCompiler;
import dev.legato.language.flow.FlowParser;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.OrchestratorConfig;
import dev.legato.orchestrator.call.CallPorts;
import dev.legato.orchestrator.call.ErrandRunner;
import dev.legato.orchestrator.execution.Action.Resume;
import dev.legato.orchestrator.execution.ActionOutcome;
import dev.legato.orchestrator.execution.Evaluation;
import dev.legato.orchestrator.execution.Executions;
import dev.legato.orchestrator.execution.Removals;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.namespace.Namespaces;
import dev.legato.orchestrator.shard.Workers;
import dev.legato.orchestrator.template.Templates;
import dev.legato.orchestrator.trigger.Arming;
import dev.legato.orchestrator.trigger.FiringFigures;
import dev.legato.orchestrator.trigger.Tools;
import dev.legato.orchestrator.trigger.TriggerConfig;
import dev.legato.orchestrator.trigger.Triggering;
import dev.legato.orchestrator.trigger.Triggers;
import dev.legato.orchestrator.trigger.Webhooks;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.process.LocalPrograms;
import dev.legato.process.output.OutputLimits;
import dev.legato.rest.secret.SecretPorts;
import dev.legato.server.Language.Outside;
import dev.legato.server.cleaning.Cleaning;
import dev.legato.server.config.ScriptConfig;
import dev.legato.server.config.ServerConfig;
import dev.legato.server.config.TaskConfig;
import dev.legato.server.service.FileStores;
import dev.legato.server.service.KnownSecrets;
import dev.legato.server.service.ProvidedServices;
import dev.legato.server.service.Steering;
import dev.legato.server.service.StoredFlowRevisions;
import dev.legato.server.service.StoredTriggers;
import dev.legato.server.service.WorkerTriggers;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.Storage;
import dev.legato.storage.StorageException;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.namespace.NamespaceFiles;
import dev.legato.worker.AttemptReports;
import dev.legato.worker.LeftBehind;
import dev.legato.worker.TaskLanguage;
import dev.legato.worker.TaskServices;
import dev.legato.worker.TriggerRunner;
import dev.legato.worker.Worker;
import dev.legato.worker.WorkerConfig;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Everything in one process, put together by hand: storage, language, orchestrator and worker.
 * Closed in reverse: first the worker ends what it can, then the orchestrator stops, then the
 * stores.
 */
public final class Application implements AutoCloseable {
  private final Storage storage;
  private final FileStore files;
  private final Namespaces namespaces;
  private final NamespaceFiles namespaceFiles;
  private final KnownSecrets secrets;
  private final GuardedHttpClient http;
  private final DockerContainers containers;
  private final LocalPrograms programs;
  private final TypeCatalog types;
  private final Expressions expressions;
  private final Flows flows;
  private final Templates templates;
  private final Executions executions;
  private final Orchestrator orchestrator;
  private final ErrandRunner errands;
  private final TriggerRunner pluginTriggers;
  private final Triggering triggering;
  private final Worker worker;
  private final Cleaning cleaning;

  /** Opens the data directory, recovers what has not ended and begins to work. */
  public static Application start(Path dataDirectory, ServerConfig config) {
    InstantSource clock = InstantSource.system();
    Storage storage = SqlStorage.open(dataDirectory, SqlConfig.DEFAULTS, clock);
    LeftBehind.remove(config.tasks().temporaryFolder(dataDirectory));
    try {
      var application = new Application(storage, dataDirectory, config, clock);
      application.begin();
      return application;
    } catch (StorageException e) {
      storage.close(); // such as with a wrong key
      throw e;
    }
  }

  private Application(
      Storage storage, Path dataDirectory, ServerConfig config, InstantSource clock) {
    this.storage = storage;
    this.files = FileStores.open(config.storage(), dataDirectory);
    this.namespaces = new Namespaces(storage.namespaces(), clock);
    this.namespaceFiles = new NamespaceFiles(files);
    var random = new SecureRandom();
    this.http = new GuardedHttpClient(config.tasks().http(), random);
    this.containers = containers(config.tasks().scripts().docker());
    this.programs = programs(config, dataDirectory, containers, random);
    this.types = Language.types();
    this.secrets = KnownSecrets.open(config.secrets(), storage, dataDirectory, random);
    var outside = new Outside(storage, namespaces, files, http, secrets);
    this.expressions = Language.expressions(config, outside, clock, random);
    FlowParser parser = new FlowParser(types, expressions, config.pluginDefaults());
    this.templates = new Templates(storage.templates(), parser, clock);
    this.flows = flows(parser, config.triggers(), clock);
    this.orchestrator =
        new Orchestrator(
            storage,
            flows,
            flows,
            evaluation(expressions.withoutWaiting()), // a thread that decides must not wait
            clock,
            OrchestratorConfig.DEFAULTS);
    this.executions = executions(clock, random);
    this.errands = errands(clock);
    TaskServices services = services(config.tasks(), dataDirectory);
    TaskLanguage language = Language.tasks(types, expressions, parser);
    this.worker = worker(language, services, config.tasks(), clock);
    this.pluginTriggers =
        new TriggerRunner(language, services, storage.logs(), clock, WorkerConfig.DEFAULTS);
    this.triggering = triggering(config.triggers(), clock);
    this.cleaning = new Cleaning(config.cleaning(), files, storage.executions(), clock);
  }

  /** Recovers what has not ended and lets triggers fire. */
  private void begin() {
    flows.listen(orchestrator::flowChanged);
    flows.listen(triggering::flowChanged);
    orchestrator.listen(triggering::executionChanged);
    orchestrator.start(
        new LocalWorkers(),
        errands,
        work -> Thread.ofPlatform().name("orchestrator").unstarted(work));
    triggering.start(work -> Thread.ofPlatform().name("scheduler").unstarted(work));
    cleaning.start();
  }

  private Flows flows(FlowParser parser, TriggerConfig config, InstantSource clock) {
    return new Flows(
        storage.flows(),
        parser,
        new FlowCompiler(parser),
        templates,
        new Arming(expressions, config, clock)::of,
        clock);
  }

  private ErrandRunner errands(InstantSource clock) {
    return new ErrandRunner(
        new CallPorts(orchestrator, flows, storage, files, expressions, clock),
        evaluation(expressions));
  }

  private Executions executions(InstantSource clock, RandomGenerator random) {
    return new Executions(
        flows,
        orchestrator,
        new Executions.Stores(storage.executions(), files),
        expressions,
        new Executions.Origin(clock, random));
  }

  private Triggering triggering(TriggerConfig config, InstantSource clock) {
    return new Triggering(
        new Triggering.Ports(storage, flows, orchestrator, executions, expressions, clock),
        config,
        new WorkerTriggers(pluginTriggers, "local"));
  }

  private Worker worker(
      TaskLanguage language, TaskServices services, TaskConfig tasks, InstantSource clock) {
    var reports = new AttemptReports(storage.logs(), storage.metrics(), orchestrator::attemptEnded);
    WorkerConfig config = WorkerConfig.DEFAULTS.withShutdownGrace(tasks.terminationGrace());
    return new Worker(language, services, reports, clock, config);
  }

  private static DockerContainers containers(ScriptConfig.Docker docker) {
    return new DockerContainers(
        new DockerRules(docker.host(), docker.volumesAllowed(), docker.privilegedAllowed()),
        OutputLimits.DEFAULTS);
  }

  private static LocalPrograms programs(
      ServerConfig config,
      Path dataDirectory,
      DockerContainers containers,
      RandomGenerator random) {
    return new LocalPrograms(
        config
            .tasks()
            .scripts()
            .forRunner(
                dataDirectory.toAbsolutePath().resolve("programs"),
                Installation.id(dataDirectory).toString(),
                HexFormat.of().toHexDigits(random.nextLong()),
                System.getenv()),
        containers);
  }

  private static Evaluation evaluation(Expressions expressions) {
    return new Evaluation(expressions);
  }

  private TaskServices services(TaskConfig tasks, Path dataDirectory) {
    return new ProvidedServices(
        new ProvidedServices.Outside(
            tasks.temporaryFolder(dataDirectory), http, programs, tasks.folders()),
        new ProvidedServices.Stores(storage, files, namespaceFiles, expressions.seal()),
        new Steering(
            this::resume,
            new Removals(orchestrator, storage.executions())::remove,
            new StoredTriggers(this::triggers),
            new StoredFlowRevisions(flows, storage.executions())));
  }

  private void resume(ExecutionId execution, Map<String, @Nullable Object> inputs)
      throws TaskFailure {
    ActionOutcome outcome = executions.act(execution, new Resume(null, inputs, null));
    if (!outcome.isDone()) {
      throw new TaskFailure(
          "Execution '%s' cannot be resumed: %s".formatted(execution, outcome.reason()));
    }
  }

  public Storage storage() {
    return storage;
  }

  /** Internal storage. */
  public FileStore files() {
    return files;
  }

  /** What people have said about namespaces. */
  public Namespaces namespaces() {
    return namespaces;
  }

  /** Files that the flows of a namespace share. */
  public NamespaceFiles namespaceFiles() {
    return namespaceFiles;
  }

  /** Where secrets are. */
  public SecretPorts secrets() {
    return secrets.ports();
  }

  public TypeCatalog types() {
    return types;
  }

  public Expressions expressions() {
    return expressions;
  }

  public Flows flows() {
    return flows;
  }

  public Templates templates() {
    return templates;
  }

  public Executions executions() {
    return executions;
  }

  public Triggers triggers() {
    return triggering.triggers();
  }

  /** How many triggers of plugins look or listen now. */
  public int evaluatingTriggers() {
    return triggering.evaluating();
  }

  /** How often triggers of plugins have begun to look or to listen. */
  public long triggerEvaluations() {
    return triggering.evaluations();
  }

  /** What triggers have done since the start. */
  public FiringFigures firings() {
    return triggering.figures();
  }

  public Webhooks webhooks() {
    return triggering.webhooks();
  }

  public Tools tools() {
    return triggering.tools();
  }

  public Orchestrator orchestrator() {
    return orchestrator;
  }

  public Worker worker() {
    return worker;
  }

  @Override
  public void close() {
    try (storage;
        files;
        http;
        containers;
        programs;
        errands;
        orchestrator;
        pluginTriggers;
        triggering;
        cleaning) {
      worker.close();
    }
  }

  /** The worker of this process, as shards see it. */
  private final class LocalWorkers implements Workers {
    @Override
    public void run(Job job) {
      worker.submit(job);
    }

    @Override
    public void kill(Job.Key job) {
      worker.kill(job);
    }

    @Override
    public void release(ExecutionId execution, int taskRun) {
      worker.release(execution, taskRun);
    }

    @Override
    public Set<Integer> running(ExecutionId execution) {
      return worker.running(execution);
    }
  }
}
