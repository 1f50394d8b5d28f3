package dev.legato.orchestrator.call;

import dev.legato.language.expression.Expressions;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Storage;
import dev.legato.storage.file.FileStore;
import java.time.InstantSource;

/** What errands are done with. */
public record CallPorts(
    Orchestrator orchestrator,
    Flows flows,
    Storage storage,
    FileStore files,
    Expressions expressions,
    InstantSource clock) {
  ExecutionStore executions() {
    return storage.executions();
  }
}
