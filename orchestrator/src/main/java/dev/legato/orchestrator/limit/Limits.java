package dev.legato.orchestrator.limit;

import dev.legato.model.flow.Concurrency;
import dev.legato.model.flow.FlowId;
import java.util.Optional;

/** The limits in force. Asked on threads that decide: be quick. */
@FunctionalInterface
public interface Limits {
  /** The limit in the newest revision of the flow; empty for none. */
  Optional<Concurrency> of(FlowId flow);
}
