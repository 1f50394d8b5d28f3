/**
 * What shards have done without workers: subflows, questions and retries in new executions. Start
 * at {@link dev.legato.orchestrator.call.ErrandRunner}.
 */
@NullMarked
package dev.legato.orchestrator.call;

import org.jspecify.annotations.NullMarked;
