package dev.legato.storage;

/**
 * The right to write the executions of a shard.
 *
 * @param epoch grows each time the lease changes hands; a commit under an older epoch is refused
 */
public record ShardLease(int shard, long epoch) {}
