package dev.legato.model.trigger;

import dev.legato.model.flow.FlowId;

/** Names a trigger. Giving it another id in its flow makes it another trigger. */
public record TriggerId(FlowId flow, String trigger) implements Comparable<TriggerId> {
  @Override
  public int compareTo(TriggerId other) {
    int byFlow = flow.compareTo(other.flow);
    return byFlow != 0 ? byFlow : trigger.compareTo(other.trigger);
  }

  @Override
  public String toString() {
    return flow + "/" + trigger;
  }
}
