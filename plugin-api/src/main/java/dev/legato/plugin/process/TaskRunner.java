package dev.legato.plugin.process;

/** Where a program runs. */
public sealed interface TaskRunner permits ProcessRunner, DockerRunner {}
