/**
 * Runs programs for tasks in containers of a Docker engine. Start at {@link
 * dev.legato.docker.DockerContainers}.
 */
@NullMarked
package dev.legato.docker;

import org.jspecify.annotations.NullMarked;
