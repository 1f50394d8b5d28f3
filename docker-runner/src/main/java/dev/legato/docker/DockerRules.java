package dev.legato.docker;

import org.jspecify.annotations.Nullable;

/**
 * What tasks may ask of an engine.
 *
 * @param host where the engine listens when a task does not say; absent to look for it
 * @param volumesAllowed whether folders of the host may be mounted
 * @param privilegedAllowed whether containers may be privileged, or share the host's network
 */
public record DockerRules(
    @Nullable String host, boolean volumesAllowed, boolean privilegedAllowed) {}
