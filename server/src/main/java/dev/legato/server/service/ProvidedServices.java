package dev.legato.server.service;

import dev.legato.language.secret.Seal;
import dev.legato.language.secret.SealedValue;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.plugin.AllowedFolders;
import dev.legato.plugin.Attempt;
import dev.legato.plugin.Children;
import dev.legato.plugin.Executions;
import dev.legato.plugin.FlowRevisions;
import dev.legato.plugin.KeyValues;
import dev.legato.plugin.Logs;
import dev.legato.plugin.NamespaceFiles;
import dev.legato.plugin.Programs;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.TriggerSwitch;
import dev.legato.plugin.http.HttpClient;
import dev.legato.storage.Storage;
import dev.legato.storage.file.FileStore;
import dev.legato.worker.TaskServices;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The services of a worker in the process that holds the storage. */
public final class ProvidedServices implements TaskServices {
  private final FileStore files;
  private final Outside outside;
  private final Seal seal;
  private final Storage storage;
  private final dev.legato.storage.namespace.NamespaceFiles namespaceFiles;
  private final KeyValues keyValues;
  private final Executions executions;
  private final Logs logs;
  private final Steering steering;

  /**
   * Where everything is kept.
   *
   * @param seal for secrets among outputs
   */
  public record Stores(
      Storage storage,
      FileStore files,
      dev.legato.storage.namespace.NamespaceFiles namespaceFiles,
      Seal seal) {}

  /**
   * What tasks reach that is no storage.
   *
   * @param temporaryFolder where working directories are made
   * @param folders of this machine that tasks may reach
   */
  public record Outside(
      Path temporaryFolder, HttpClient http, Programs programs, AllowedFolders folders) {}

  /** Services over one storage. */
  public ProvidedServices(Outside outside, Stores stores, Steering steering) {
    this.outside = outside;
    this.storage = stores.storage();
    this.files = stores.files();
    this.namespaceFiles = stores.namespaceFiles();
    this.seal = stores.seal();
    this.keyValues = new StoredKeyValues(storage.keyValues());
    this.executions =
        new StoredExecutions(storage, files, steering.resumption(), steering.removals());
    this.steering = steering;
    this.logs = new StoredLogs(storage.logs());
  }

  @Override
  public AllowedFolders folders() {
    return outside.folders();
  }

  @Override
  public Path temporaryFolder() {
    return outside.temporaryFolder();
  }

  @Override
  public FileStore files() {
    return files;
  }

  @Override
  public Optional<ExecutionRecord> execution(ExecutionId id) {
    return storage.executions().findRecord(id);
  }

  @Override
  public HttpClient http() {
    return outside.http();
  }

  @Override
  public NamespaceFiles namespaceFiles(Attempt attempt, TaskLog log) {
    return new StoredNamespaceFiles(
        namespaceFiles, storage.flows()::namespaces, attempt.namespace(), log);
  }

  @Override
  public Programs programs() {
    return outside.programs();
  }

  @Override
  public Map<String, String> sealed(String secret) {
    return SealedValue.of(secret, seal);
  }

  @Override
  public KeyValues keyValues(Attempt attempt) {
    return keyValues;
  }

  @Override
  public Executions executions(Attempt attempt) {
    return executions;
  }

  @Override
  public TriggerSwitch triggers() {
    return steering.triggers();
  }

  @Override
  public FlowRevisions flowRevisions() {
    return steering.revisions();
  }

  @Override
  public Logs logs(Attempt attempt) {
    return logs;
  }

  @Override
  public Children children(Attempt attempt) {
    return new StoredChildren(storage.executions(), attempt);
  }
}
