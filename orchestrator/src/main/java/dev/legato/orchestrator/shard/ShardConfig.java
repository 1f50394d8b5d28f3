package dev.legato.orchestrator.shard;

/**
 * How much a shard takes on.
 *
 * @param inboxCapacity commands from outside that may wait; more are turned away
 * @param commandsPerCommit how many commands one commit carries at most
 * @param rowsPerCommit after how many changed rows a commit takes no further command
 * @param commitsInFlight how many commits may be under way while the next is being decided
 */
public record ShardConfig(
    int inboxCapacity, int commandsPerCommit, int rowsPerCommit, int commitsInFlight) {
  public static final ShardConfig DEFAULTS = new ShardConfig(20_000, 1_000, 4_000, 2);
}
