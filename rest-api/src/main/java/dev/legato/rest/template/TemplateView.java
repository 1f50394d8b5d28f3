package dev.legato.rest.template;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.legato.language.flow.Template;
import dev.legato.orchestrator.template.LoadedTemplate;
import dev.legato.rest.http.Scope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A template.
 *
 * @param properties everything else that the author wrote, as JSON values
 * @param source the author's text, when it is not valid and all there is
 * @param exception why the source is not valid (any more); then {@code properties} are empty
 */
public record TemplateView(
    String tenantId,
    String id,
    String namespace,
    int revision,
    @Nullable String description,
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
          "deleted",
          "updated",
          "source",
          "exception");

  static TemplateView of(LoadedTemplate loaded) {
    var stored = loaded.stored();
    Template template = loaded.template();
    return new TemplateView(
        Scope.MAIN_TENANT,
        stored.id().id(),
        stored.id().namespace(),
        stored.revision(),
        stored.description(),
        stored.deleted(),
        stored.updatedAt(),
        template == null ? Map.of() : properties(template),
        template == null ? stored.source() : null,
        template == null ? loaded.reason() : null);
  }

  private static Map<String, @Nullable Object> properties(Template template) {
    var properties = new LinkedHashMap<String, @Nullable Object>(template.document());
    properties.keySet().removeAll(OWN_MEMBERS);
    return properties;
  }
}
