package dev.legato.plugin;

import java.util.Map;

/** What a trigger may use while it looks or listens. Safe to use from any thread of it. */
public interface TriggerContext extends PluginContext {
  /** Whom it works for. */
  TriggerName trigger();

  /** The trigger's log, found by the id of the trigger. */
  @Override
  TaskLog log();

  /**
   * Files in the internal storage. New ones belong to the trigger, and to whoever gets their URIs.
   */
  @Override
  TaskFiles files();

  /** A text that nobody can read but the tasks of the flow, as a value of a variable. */
  Map<String, String> sealed(String secret);

  /** Programs beside the server, such as scripts. */
  Programs programs();

  /** What one look of this trigger leaves for the next. */
  KeptFile kept();
}
