package dev.legato.rest.flow;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.legato.model.flow.Flow;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.rest.http.Scope;
import dev.legato.storage.StoredFlow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a flow.
 *
 * @param properties everything else that the author wrote, as JSON values
 * @param source the author's text, when asked for
 * @param exception why the source is not valid (any more); then {@code properties} are empty
 */
public record FlowView(
    String tenantId,
    String id,
    String namespace,
    int revision,
    @Nullable String description,
    @Nullable List<LabelView> labels,
    boolean disabled,
    boolean deleted,
    Instant updated,
    @JsonAnyGetter Map<String, @Nullable Object> properties,
    @Nullable String source,
    @Nullable String exception) {
  private static final Set<String> OWN_MEMBERS =
      Set.of(
          "tenantId",
          "id",
          "namespace",
          "revision",
          "description",
          "labels",
          "disabled",
          "deleted",
          "updated",
          "source",
          "exception");

  /** A flow without its source, unless the source is not valid and all there is. */
  public static FlowView of(LoadedFlow flow) {
    return of(flow, flow.flow() == null);
  }

  /** A flow with its source. */
  public static FlowView withSource(LoadedFlow flow) {
    return of(flow, true);
  }

  private static FlowView of(LoadedFlow loaded, boolean withSource) {
    StoredFlow stored = loaded.stored();
    Flow flow = loaded.flow();
    return new FlowView(
        Scope.MAIN_TENANT,
        stored.id().id(),
        stored.id().namespace(),
        stored.revision(),
        stored.description(),
        stored.labels().isEmpty() ? null : LabelView.of(stored.labels()),
        stored.disabled(),
        stored.deleted(),
        stored.updatedAt(),
        flow == null ? Map.of() : properties(flow),
        withSource ? stored.source() : null,
        flow == null ? loaded.reason() : null);
  }

  private static Map<String, @Nullable Object> properties(Flow flow) {
    var properties = new LinkedHashMap<String, @Nullable Object>(flow.document());
    properties.keySet().removeAll(OWN_MEMBERS);
    return properties;
  }
}
