package dev.legato.orchestrator.trigger;

/** Mistakes that the simulation of schedules must find; each makes it another, broken scheduler. */
enum PlantedBug {
  NONE,
  /** An execution is known by when it was made rather than by its date. */
  CLOCK_IN_KEY,
  /** The next date is durable before the execution is. */
  MOVED_FIRST,
  /** One trigger is forgotten at each start. */
  FORGOTTEN_AT_START,
  /** Whoever waited for an execution before a crash waits for ever. */
  WAITS_FOR_EVER,
  /** Where a trigger stood overwrites a definition that was saved meanwhile. */
  STALE_WRITE,
  /** Dates come one second early. */
  EARLY,
  /** The time zone is not heeded. */
  ZONE_IGNORED,
  /** Dates in the hour that is left out in spring do not come. */
  GAP_SKIPPED,
  /** All missed dates are made up for, whatever the author wants. */
  RECOVERS_ALL,
  /** Only the last missed date is made up for. */
  RECOVERS_LAST,
  /** Conditions are not asked. */
  CONDITIONS_IGNORED,
  /** After a backfill the schedule goes on from now. */
  BACKFILL_SWALLOWS,
  /** Dates that are too late come all the same. */
  LATE_ALLOWED,
  /** The first date after switching on is left out. */
  SWITCHED_ON_LATE,
  /** Fires in spite of being switched off. */
  FIRES_SWITCHED_OFF,
  /** Fires while its last execution runs. */
  FIRES_LOCKED
}
