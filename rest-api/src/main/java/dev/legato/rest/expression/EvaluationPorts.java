package dev.legato.rest.expression;

import dev.legato.orchestrator.expression.ExpressionProbe;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.rest.http.Json;
import dev.legato.storage.KeyValueStore;
import dev.legato.storage.file.FileStore;

/** What the routes of expressions work with. */
public record EvaluationPorts(
    ExpressionProbe expressions,
    Flows flows,
    TypeCatalog types,
    KeyValueStore keyValues,
    FileStore files,
    Json json) {}
