package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.Recovery;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * How triggers work where their authors say nothing.
 *
 * @param zone in which times are meant
 * @param recovery what becomes of dates that passed while the server was down
 */
public record TriggerConfig(ZoneId zone, Recovery recovery) {
  /** UTC, so that moving a server changes nothing; what was missed is made up for. */
  public static final TriggerConfig DEFAULTS = new TriggerConfig(ZoneOffset.UTC, Recovery.ALL);
}
