package dev.legato.server;

import dev.legato.http.GuardedHttpClient;
import dev.legato.language.expression.Expressions;
import dev.legato.language.flow.FlowCompiler;
import dev.legato.language.flow.FlowParser;
import dev.legato.model.execution.ExecutionId;
import dev.legato.orchestrator.expression.ExpressionProbe;
import dev.legato.orchestrator.expression.ProbeOutcome;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.namespace.Namespaces;
import dev.legato.orchestrator.template.Templates;
import dev.legato.server.Language.Outside;
import dev.legato.server.config.ServerConfig;
import dev.legato.server.service.FileStores;
import dev.legato.server.service.KnownSecrets;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.Storage;
import dev.legato.storage.file.FileStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries expressions out with what a data directory holds, without a server. Changes nothing there,
 * so that a server may use the directory at the same time.
 */
public final class StoredExpressions implements AutoCloseable {
  private final Storage storage;
  private final FileStore files;
  private final GuardedHttpClient http;
  private final ExpressionProbe probe;

  private StoredExpressions(
      Storage storage, FileStore files, Path dataDirectory, ServerConfig config) {
    var random = new SecureRandom();
    var clock = InstantSource.system();
    this.storage = storage;
    this.files = files;
    this.http = new GuardedHttpClient(config.tasks().http(), random);
    var secrets = KnownSecrets.openToRead(config.secrets(), storage, dataDirectory, random);
    Expressions expressions =
        Language.expressions(
            config,
            new Outside(storage, new Namespaces(storage.namespaces(), clock), files, http, secrets),
            clock,
            random);
    var parser = new FlowParser(Language.types(), expressions, config.pluginDefaults());
    var templates = new Templates(storage.templates(), parser, clock);
    var flows =
        new Flows(
            storage.flows(), parser, new FlowCompiler(parser), templates, _ -> List.of(), clock);
    this.probe = new ExpressionProbe(expressions, storage.executions(), flows);
  }

  /** Opens a data directory. */
  public static StoredExpressions open(Path dataDirectory, ServerConfig config) {
    Storage storage =
        SqlStorage.openToRead(dataDirectory, SqlConfig.DEFAULTS, InstantSource.system());
    return new StoredExpressions(
        storage, FileStores.open(config.storage(), dataDirectory), dataDirectory, config);
  }

  /**
   * Evaluates with the variables of an execution as it is stored now.
   *
   * @param taskRun for the variables of a task run; null for those of the flow itself
   */
  public ProbeOutcome evaluate(String template, String execution, @Nullable String taskRun) {
    return probe.inExecution(template, new ExecutionId(execution), taskRun);
  }

  @Override
  public void close() {
    try (storage;
        files) {
      http.close();
    }
  }
}
