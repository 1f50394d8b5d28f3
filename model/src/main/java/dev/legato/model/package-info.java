/**
 * The words that every module shares: flows, plans, executions, commands, events and effects.
 *
 * <p>Start reading at {@link dev.legato.model.plan.Plan} and {@link
 * dev.legato.model.command.Command}. Only records, enums and sealed interfaces live here; nothing
 * in this module reads a clock, touches a disk or starts a thread.
 */
@NullMarked
package dev.legato.model;

import org.jspecify.annotations.NullMarked;
