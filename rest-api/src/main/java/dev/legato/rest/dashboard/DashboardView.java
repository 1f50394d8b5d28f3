package dev.legato.rest.dashboard;

import dev.legato.rest.http.Scope;
import dev.legato.storage.StoredDashboard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of charts.
 *
 * @param timeWindow {@code default}, what is shown when nothing else is asked for, and {@code max}
 * @param charts as their author wrote them; empty when the source cannot be read any more
 * @param deleted always false; clients of all generations expect it
 * @param sourceCode as its author wrote it
 */
public record DashboardView(
    String tenantId,
    String id,
    String title,
    @Nullable String description,
    Map<String, Duration> timeWindow,
    List<Map<String, @Nullable Object>> charts,
    boolean deleted,
    Instant created,
    Instant updated,
    String sourceCode) {
  static DashboardView of(StoredDashboard stored) {
    Dashboard read = DashboardReader.dashboard(stored.source()).value().orElse(null);
    return new DashboardView(
        Scope.MAIN_TENANT,
        stored.id(),
        stored.title(),
        read == null ? null : read.description(),
        Map.of(
            "default", read == null ? Dashboard.USUAL_WINDOW : read.window(),
            "max", read == null ? Dashboard.MAX_WINDOW : read.longestWindow()),
        read == null ? List.of() : read.charts().stream().map(Chart::document).toList(),
        false,
        stored.createdAt(),
        stored.updatedAt(),
        stored.source());
  }
}
