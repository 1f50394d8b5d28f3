package dev.legato.rest.operation;

import java.time.Instant;
import java.util.UUID;

/**
 * Which server this is.
 *
 * @param instance made when the installation was first started
 * @param version of the program
 * @param commit that it was built from
 * @param commitDate when that commit was made
 */
public record ServerInfo(UUID instance, String version, String commit, Instant commitDate) {}
