package dev.legato.server.config;

import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.flow.PluginDefault;
import dev.legato.orchestrator.trigger.TriggerConfig;
import dev.legato.rest.RestConfig;
import dev.legato.server.cleaning.CleaningRules;
import java.time.ZoneId;
import java.util.List;

/**
 * All that can be configured.
 *
 * @param http where the server listens and who may use it
 * @param expressions what every expression sees
 * @param tasks what tasks may do
 * @param storage where files are
 * @param secrets secrets of the environment, and keys for others
 * @param triggers how triggers work where their authors say nothing
 * @param cleaning how long things are kept that nobody removes
 * @param pluginDefaults what all flows get beside their own defaults
 */
public record ServerConfig(
    RestConfig http,
    ExpressionEnvironment expressions,
    TaskConfig tasks,
    StorageConfig storage,
    SecretConfig secrets,
    TriggerConfig triggers,
    CleaningRules cleaning,
    List<PluginDefault> pluginDefaults) {
  public static final ServerConfig DEFAULTS =
      new ServerConfig(
          RestConfig.DEFAULTS,
          ExpressionEnvironment.in(ZoneId.systemDefault()),
          TaskConfig.DEFAULTS,
          StorageConfig.DEFAULT,
          SecretConfig.NONE,
          TriggerConfig.DEFAULTS,
          CleaningRules.DEFAULTS,
          List.of());

  public ServerConfig withHttp(RestConfig other) {
    return new ServerConfig(
        other, expressions, tasks, storage, secrets, triggers, cleaning, pluginDefaults);
  }

  public ServerConfig withTasks(TaskConfig other) {
    return new ServerConfig(
        http, expressions, other, storage, secrets, triggers, cleaning, pluginDefaults);
  }

  /** Says nothing of secrets. */
  @Override
  public String toString() {
    return "ServerConfig[http=%s, tasks=%s]".formatted(http, tasks);
  }
}
