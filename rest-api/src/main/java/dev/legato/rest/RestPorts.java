package dev.legato.rest;

import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.execution.Executions;
import dev.legato.orchestrator.expression.ExpressionProbe;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.namespace.Namespaces;
import dev.legato.orchestrator.template.Templates;
import dev.legato.orchestrator.trigger.Tools;
import dev.legato.orchestrator.trigger.Triggers;
import dev.legato.orchestrator.trigger.Webhooks;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.rest.operation.HealthCheck;
import dev.legato.rest.operation.ServerInfo;
import dev.legato.rest.secret.SecretPorts;
import dev.legato.rest.security.FirstUser;
import dev.legato.rest.security.PasswordCheck;
import dev.legato.storage.Storage;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.namespace.NamespaceFiles;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP interface works with. It closes none of it.
 *
 * @param expressions tries out what people type
 * @param passwords reads the hash in the configuration
 * @param firstUser how the first user is set up; absent when credentials can only be configured
 * @param checks parts of the server whose health is shown
 * @param figures what the parts of the server count; bound when figures are first asked for
 * @param random must be cryptographically strong
 */
public record RestPorts(
    Flows flows,
    Templates templates,
    Executions executions,
    Triggers triggers,
    Webhooks webhooks,
    Tools tools,
    ExpressionProbe expressions,
    Orchestrator orchestrator,
    Storage storage,
    FileStore files,
    Namespaces namespaces,
    NamespaceFiles namespaceFiles,
    SecretPorts secrets,
    TypeCatalog types,
    PasswordCheck passwords,
    @Nullable FirstUser firstUser,
    ServerInfo info,
    List<HealthCheck> checks,
    List<MeterBinder> figures,
    InstantSource clock,
    RandomGenerator random) {}
