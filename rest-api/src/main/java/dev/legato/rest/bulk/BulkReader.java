package dev.legato.rest.bulk;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TemplateId;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads which things a client means. The same one named twice counts once. */
public final class BulkReader {
  /** More are found by a query, or in several requests. */
  public static final int MAX_ITEMS = 10_000;

  private static final long MAX_BYTES = 4 * 1024 * 1024;

  private final Json json;

  public BulkReader(Json json) {
    this.json = json;
  }

  /** A list of flows. */
  public static Body flows() {
    return list(FlowId.class);
  }

  /** A list of ids. */
  public static Body ids() {
    return list(String.class);
  }

  private static Body list(Class<?> element) {
    return new Body(MAX_BYTES, List.of(MediaType.JSON), Types.of(List.class, element), true);
  }

  /** Ids of executions: a JSON list of texts. */
  public List<ExecutionId> executions(byte[] body) {
    return executionsOf(json.read(body));
  }

  /** Ids of executions that were read from JSON already. */
  public static List<ExecutionId> executionsOf(@Nullable Object list) {
    var ids = new LinkedHashSet<ExecutionId>();
    for (Object item : items(list)) {
      if (!(item instanceof String id) || id.isEmpty()) {
        throw Problem.unreadable("Invalid JSON: every id must be a text");
      }
      ids.add(new ExecutionId(id));
    }
    return List.copyOf(ids);
  }

  /** Flows: a JSON list of objects with {@code namespace} and {@code id}. */
  public List<FlowId> flows(byte[] body) {
    return named(json.read(body), FlowId::new);
  }

  /** Flows that were read from JSON already. */
  public static List<FlowId> flowsOf(@Nullable Object list) {
    return named(list, FlowId::new);
  }

  /** Templates: a JSON list of objects with {@code namespace} and {@code id}. */
  public List<TemplateId> templates(byte[] body) {
    return named(json.read(body), TemplateId::new);
  }

  private static <T> List<T> named(@Nullable Object list, BiFunction<String, String, T> name) {
    var ids = new LinkedHashSet<T>();
    for (Object item : items(list)) {
      if (!(item instanceof Map<?, ?> flow)
          || !(flow.get("namespace") instanceof String namespace)
          || !(flow.get("id") instanceof String id)) {
        throw Problem.unreadable("Invalid JSON: every one needs a namespace and an id");
      }
      ids.add(name.apply(PathIds.name(namespace, "namespace"), PathIds.name(id, "id")));
    }
    return new ArrayList<>(ids);
  }

  private static List<?> items(@Nullable Object value) {
    if (!(value instanceof List<?> items)) {
      throw Problem.unreadable("Invalid JSON: expected a list");
    }
    if (items.size() > MAX_ITEMS) {
      throw Problem.tooLarge("a list may have at most %d items".formatted(MAX_ITEMS));
    }
    return items;
  }
}
