package dev.legato.rest.operation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client has to know about the installation. */
public record ConfigView(
    UUID uuid,
    String version,
    String edition,
    String commitId,
    Instant commitDate,
    Duration chartDefaultDuration,
    boolean isCustomDashboardsEnabled,
    boolean isTaskRunEnabled,
    boolean isAnonymousUsageEnabled,
    boolean isUiAnonymousUsageEnabled,
    boolean isTemplateEnabled,
    @Nullable URI url,
    Preview preview,
    String systemNamespace,
    List<String> hiddenLabelsPrefixes,
    boolean isBasicAuthEnabled,
    boolean isBasicAuthInitialized,
    boolean isAiEnabled,
    boolean isAiApiKeyConfigured,
    boolean isConcurrencyViewEnabled) {
  /** How many rows of a file are shown. */
  public record Preview(int initial, int max) {}
}
