package dev.legato.model.command;

import org.jspecify.annotations.Nullable;

/**
 * A question as it is put to somebody outside. The answer carries it back; the answer to a question
 * that was asked on an earlier occasion is refused, although the question reads the same.
 *
 * @param taskRun that waits for the answer; absent when the execution itself does
 * @param epoch of the execution: one more with each restart
 * @param round of the loop that asks, from 1; 1 for whatever has no rounds
 */
public record Inquiry(@Nullable Integer taskRun, int epoch, int round, Question question) {}
