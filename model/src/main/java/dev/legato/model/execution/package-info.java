/** What is known and stored of one run of a flow. Start at {@link ExecutionRecord}. */
@NullMarked
package dev.legato.model.execution;

import org.jspecify.annotations.NullMarked;
