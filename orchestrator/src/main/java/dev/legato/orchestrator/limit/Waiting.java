package dev.legato.orchestrator.limit;

/**
 * What an execution in a queue waits for.
 *
 * @param position 1 for the next one to start
 * @param waiting how many executions of the flow wait
 * @param running how many places are taken
 * @param limit how many places there are
 */
public record Waiting(int position, int waiting, int running, int limit) {}
