package dev.legato.testkit.simulation;

/** Mistakes that a part round the shard can be made to make, to see whether they are found. */
public enum PlantedBug {
  NONE,
  /** The store calls a batch durable before it is. */
  ACKNOWLEDGES_BEFORE_COMMIT,
  /** A crash takes away the last batch that the store called durable. */
  LOSES_ACKNOWLEDGED_COMMIT,
  /** The store writes a batch without its last task run. */
  WRITES_PART_OF_A_BATCH,
  /** After a failed commit, the store goes on to write what was built upon it. */
  WRITES_AFTER_A_FAILED_COMMIT,
  /** A batch that a dead owner left behind is written after all. */
  ACCEPTS_STALE_LEASE,
  /** The store forgets an execution when asked which ones have not ended. */
  OVERLOOKS_LIVE_EXECUTION,
  /** Nothing remembers timers over a crash. */
  LOSES_TIMERS,
  /** The store keeps timers that were cancelled. */
  KEEPS_CANCELLED_TIMERS,
  /** A worker starts a job a second time while it runs. */
  RUNS_TWICE,
  /** A job is handed over once more after it has ended. */
  DISPATCHES_TWICE,
  /** A job never reaches a worker. */
  DROPS_JOBS,
  /** A kill never reaches a worker. */
  IGNORES_KILL,
  /** A worker forgets an attempt before its report is on the way. */
  FORGETS_BEFORE_REPORTING,
  /** What a crashed process ran goes on running. */
  OUTLIVES_A_CRASH,
  /** One execution more than the limit says finds a place. */
  EXCEEDS_LIMITS,
  /** After a crash nobody knows which executions have a place. */
  FORGETS_WHO_RUNS,
  /** After a crash those who came last are the first in the queue. */
  REVERSES_THE_QUEUE,
  /** After a crash executions that have ended keep their places. */
  KEEPS_PLACES_OF_THE_ENDED,
  /** Nobody hears that a limit was raised. */
  IGNORES_CHANGED_LIMITS,
  /** What an execution asks for is never found out. */
  DROPS_ANSWERS,
  /** What an execution asks for is found out wrongly. */
  ANSWERS_WRONGLY,
  /** What follows the end of an execution is forgotten when the execution is read. */
  REPEATS_AFTER_TASKS,
  /** What follows a pause is forgotten when the execution is read. */
  REPEATS_WHAT_FOLLOWS_A_PAUSE,
  /** The next round of a loop does not remove the task runs of the one before. */
  KEEPS_EARLIER_ROUNDS,
  /** A restart does not remove the task runs of error tasks. */
  RESTARTS_WITH_ERROR_TASKS,
  /** A call that is carried out again starts another execution. */
  STARTS_CHILDREN_TWICE,
  /** A call that is killed leaves the executions alive that it has started. */
  LEAVES_CHILDREN_ALIVE,
  /** The store forgets executions that wait for a place when asked which ones have not ended. */
  FORGETS_THE_QUEUE,
  /** An execution that was deleted keeps its place. */
  KEEPS_PLACES_OF_THE_DELETED,
  /** An execution that is tried again in a new one is tried again in place, too. */
  RETRIES_IN_PLACE_TOO,
  /** A pause is over before its time. */
  ENDS_PAUSES_EARLY,
  /** An execution whose time is over runs on. */
  FORGETS_AGREEMENTS,
  /** A timer that was set anew fires although it was taken for the earlier time. */
  FIRES_TIMERS_OF_THE_PAST,
  /** What a kill says of the executions that were started is forgotten in a crash. */
  FORGETS_WHOM_A_KILL_SPARES,
  /** Where an execution is to stop is forgotten when it is read. */
  FORGETS_BREAKPOINTS,
  /** An execution that was killed keeps its place. */
  KILLS_FREE_NO_PLACE,
  /** The kill of an execution sets the place of another one free, too. */
  KILLS_FREE_TWO_PLACES,
  /** The kill of an execution that has no place sets that of another one free. */
  KILLS_OF_THE_QUEUED_FREE_A_PLACE,
  /** Now and then somebody who ends or comes is thought to meet a lower limit. */
  MISREADS_LIMITS,
  /** The last place is never given to those who would be turned away. */
  TURNS_AWAY_TOO_EARLY,
  /** An execution that goes on after an end takes no place. */
  RESTARTS_WITHOUT_A_PLACE,
  /** Nobody knows who was called by whom when places are given out. */
  CALLEES_WAIT_FOR_THEIR_CALLERS,
  /** Now and then a server does nothing for some seconds. */
  DAWDLES,
  /** When a limit is lowered, those that are too many are killed. */
  LOWERED_LIMITS_KILL
}
