package dev.legato.orchestrator;

import dev.legato.orchestrator.shard.ShardConfig;

/**
 * How executions are spread.
 *
 * @param shards how many loops share the executions
 */
public record OrchestratorConfig(int shards, ShardConfig shard) {
  /** One loop: an embedded store has one writer anyway. */
  public static final OrchestratorConfig DEFAULTS = new OrchestratorConfig(1, ShardConfig.DEFAULTS);
}
