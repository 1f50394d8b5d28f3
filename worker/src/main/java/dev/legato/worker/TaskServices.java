package dev.legato.worker;

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
import dev.legato.storage.file.FileStore;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What tasks may use beyond their own attempt. Safe to use from any thread. */
public interface TaskServices {
  /** Where working directories are made. */
  Path temporaryFolder();

  /** Internal storage; each attempt sees its part of it. */
  FileStore files();

  /** An execution, to know who has started it. */
  Optional<ExecutionRecord> execution(ExecutionId id);

  /** Calls over the network. */
  HttpClient http();

  /**
   * Files of namespaces, as an attempt may use them.
   *
   * @param log of the attempt
   */
  NamespaceFiles namespaceFiles(Attempt attempt, TaskLog log);

  /** Programs beside the server. */
  Programs programs();

  /** A secret in the form in which it may be an output. */
  Map<String, String> sealed(String secret);

  /** Values by key, as an attempt may use them. */
  KeyValues keyValues(Attempt attempt);

  /** Executions, as an attempt may use them. */
  Executions executions(Attempt attempt);

  /** Triggers, as every attempt may use them. */
  TriggerSwitch triggers();

  /** Revisions of flows, as every attempt may use them. */
  FlowRevisions flowRevisions();

  /** Logs, as an attempt may use them. */
  Logs logs(Attempt attempt);

  /** What an attempt's execution has started. */
  Children children(Attempt attempt);

  /** The folders of this machine that tasks may reach. */
  default AllowedFolders folders() {
    return AllowedFolders.NONE;
  }
}
