package dev.legato.worker;

import java.time.Duration;

/** Why a running attempt is told to give up. */
sealed interface StopReason {
  /** Somebody wants the execution to end. */
  record Killed() implements StopReason {}

  /** It took longer than the flow allows. */
  record TimedOut(Duration timeout) implements StopReason {}

  /** The worker closes; the attempt is to be run again as if the machine had been switched off. */
  record ShutDown() implements StopReason {}
}
