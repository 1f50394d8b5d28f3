/**
 * Starts executions without a person: keeps where each trigger stands, finds out when it has to
 * fire, and sees to it that each instant, call or change starts one execution and no more. Front
 * door: {@link dev.legato.orchestrator.trigger.Triggers}.
 */
@NullMarked
package dev.legato.orchestrator.trigger;

import org.jspecify.annotations.NullMarked;
