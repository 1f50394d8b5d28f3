package dev.legato.worker;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
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
import dev.legato.storage.file.FileStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Files in memory, and nothing else. */
record NoServices(Path temporaryFolder, FileStore files) implements TaskServices {
  @Override
  public Optional<ExecutionRecord> execution(ExecutionId id) {
    return Optional.empty();
  }

  @Override
  public HttpClient http() {
    throw new UnsupportedOperationException();
  }

  @Override
  public NamespaceFiles namespaceFiles(Attempt attempt, TaskLog log) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Programs programs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, String> sealed(String secret) {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeyValues keyValues(Attempt attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Executions executions(Attempt attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FlowRevisions flowRevisions() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TriggerSwitch triggers() {
    throw new UnsupportedOperationException("no triggers in this test");
  }

  @Override
  public Logs logs(Attempt attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Children children(Attempt attempt) {
    throw new UnsupportedOperationException();
  }
}
