package dev.legato.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a running task may use. Safe to use from any thread of the task. */
public interface TaskContext extends PluginContext {
  /** Which run of the task this is. */
  Attempt attempt();

  /** The task's log, kept with the execution and shown live. */
  @Override
  TaskLog log();

  /**
   * Adds to a count that is kept with the task run.
   *
   * @param tags at most a few, with few different values
   */
  void count(String name, double amount, Map<String, String> tags);

  /** Records how long something took, kept with the task run. */
  void time(String name, Duration duration, Map<String, String> tags);

  /** Records a value that rises and falls, kept with the task run; the last one counts. */
  void gauge(String name, double value, Map<String, String> tags);

  /**
   * A secret in the form in which it may be an output: nobody can read it there, but expressions of
   * flows see the secret in its place.
   */
  Map<String, String> sealed(String secret);

  /**
   * A folder for this attempt alone (for all tasks of a working directory, when the task is part of
   * one). Made when first asked for, removed with all that is in it when the attempt ends.
   */
  @Override
  Path workingDirectory() throws IOException;

  /** Files that the flows of a namespace share. */
  NamespaceFiles namespaceFiles();

  /**
   * A file that this flow's executions hand on to each other.
   *
   * @param task whose file it is, within the flow
   * @param key tells the files of one task apart; absent when it has one
   */
  KeptFile kept(String task, @Nullable String key);

  /** Executions of this and other flows. */
  Executions executions();

  /** Triggers of this and other flows. */
  TriggerSwitch triggers();

  /** Revisions of this and other flows. */
  FlowRevisions flowRevisions();

  /** What executions have logged. */
  Logs logs();

  /** Programs beside the server, such as scripts. */
  Programs programs();

  /** Executions that a task of this execution has started. */
  Children children();

  /**
   * Runs another task as a part of this attempt.
   *
   * @param definition of the task, in YAML; templates in it are rendered as usual
   * @return the outputs of that task
   * @throws TaskFailure when the text is no runnable task, or when that task failed
   */
  Record runTask(String definition) throws TaskFailure, IOException, InterruptedException;
}
