package dev.legato.rest.plugin;

import dev.legato.language.schema.FlowSchema;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.rest.dashboard.DashboardSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of what people write. Made when one is first asked for. */
final class LanguageSchemas {
  private static final String DEFINITIONS = "definitions";

  /** Parts of a flow, by the names that clients use. */
  private static final Map<String, String> PARTS =
      Map.of("task", "task", "trigger", "trigger", "condition", "condition", "input", "input");

  private final TypeCatalog types;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Map<String, Object> flow;

  LanguageSchemas(TypeCatalog types) {
    this.types = types;
  }

  /**
   * The schema of a flow or of a part of one.
   *
   * @param kind such as {@code flow} or {@code task}
   * @param list whether it is to be the schema of a list of them
   */
  Optional<Map<String, Object>> of(String kind, boolean list) {
    if (kind.equals("dashboard")) {
      Map<String, Object> dashboard = DashboardSchema.generate();
      return Optional.of(list ? listOf(dashboard, null) : dashboard);
    }
    if (kind.equals("flow")) {
      return Optional.of(list ? listOf(flow(), null) : flow());
    }
    return Optional.ofNullable(PARTS.get(kind))
        .map(part -> "#/definitions/" + part)
        .map(reference -> list ? listOf(flow(), reference) : part(flow(), reference));
  }

  private static Map<String, Object> part(Map<String, Object> flow, String reference) {
    var schema = head(flow);
    schema.put("$ref", reference);
    schema.put(DEFINITIONS, definitions(flow));
    return schema;
  }

  private static Map<String, Object> listOf(Map<String, Object> flow, @Nullable String reference) {
    var schema = head(flow);
    schema.put("type", "array");
    if (reference == null) {
      var element = new LinkedHashMap<>(flow);
      element.remove(DEFINITIONS);
      schema.put("items", element);
    } else {
      schema.put("items", Map.of("$ref", reference));
    }
    schema.put(DEFINITIONS, definitions(flow));
    return schema;
  }

  private static Map<String, Object> head(Map<String, Object> flow) {
    var head = new LinkedHashMap<String, Object>();
    Object draft = flow.get("$schema");
    if (draft != null) {
      head.put("$schema", draft);
    }
    return head;
  }

  private static Object definitions(Map<String, Object> flow) {
    return flow.getOrDefault(DEFINITIONS, Map.of());
  }

  private Map<String, Object> flow() {
    Map<String, Object> known = flow;
    if (known != null) {
      return known;
    }
    making.lock();
    try {
      Map<String, Object> made = flow;
      if (made == null) {
        made = FlowSchema.generate(types);
        flow = made;
      }
      return made;
    } finally {
      making.unlock();
    }
  }
}
