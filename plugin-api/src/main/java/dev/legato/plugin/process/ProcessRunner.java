package dev.legato.plugin.process;

import dev.legato.plugin.component.ComponentType;

/** On the machine of the worker. */
@ComponentType(
    value = "io.kestra.plugin.core.runner.Process",
    aliases = "io.kestra.core.models.tasks.runners.types.ProcessTaskRunner",
    title = "Runs programs as processes of the worker's machine.")
public record ProcessRunner() implements TaskRunner {}
