package dev.legato.rest.namespace;

import dev.legato.storage.StoredNamespace;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A namespace.
 *
 * @param disabled whether it is only there because flows or other namespaces are in it; all that
 *     follows is then absent
 * @param variables its own ones, without those of the namespaces above
 */
public record NamespaceView(
    String id,
    boolean deleted,
    boolean disabled,
    @Nullable String description,
    @Nullable Map<String, @Nullable Object> variables,
    @Nullable Instant created,
    @Nullable Instant updated) {
  /** One that nobody has described. */
  static NamespaceView implied(String id) {
    return new NamespaceView(id, false, true, null, null, null, null);
  }

  static NamespaceView of(StoredNamespace namespace) {
    return new NamespaceView(
        namespace.id(),
        false,
        false,
        namespace.description(),
        namespace.variables(),
        namespace.createdAt(),
        namespace.updatedAt());
  }
}
