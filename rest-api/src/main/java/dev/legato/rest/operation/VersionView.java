package dev.legato.rest.operation;

import java.time.Instant;

/** Which program this is. */
public record VersionView(String type, String version, String commitId, Instant commitDate) {}
