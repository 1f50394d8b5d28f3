package dev.legato.plugin;

/** Switches triggers of this and other flows on and off. */
@FunctionalInterface
public interface TriggerSwitch {
  /**
   * Switches a trigger, and leaves its flow as it is.
   *
   * @param on whether it fires from now on
   * @throws TaskFailure when there is no such trigger, or when it can only be switched in its flow
   */
  void turn(String namespace, String flow, String trigger, boolean on) throws TaskFailure;
}
