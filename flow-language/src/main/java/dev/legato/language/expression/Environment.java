package dev.legato.language.expression;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees besides the variables of its execution; those of its namespace are looked
 * for when somebody asks.
 */
final class Environment extends AbstractMap<String, @Nullable Object> {
  private static final String NAMESPACE = "namespace";

  private final Map<String, Object> ofServer;
  private final NamespaceVariables namespaces;
  private final Map<String, ?> variables;

  Environment(
      Map<String, Object> ofServer, NamespaceVariables namespaces, Map<String, ?> variables) {
    this.ofServer = ofServer;
    this.namespaces = namespaces;
    this.variables = variables;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return NAMESPACE.equals(name) ? ofNamespace() : ofServer.get(name);
  }

  private Map<String, @Nullable Object> ofNamespace() {
    return variables.get("flow") instanceof Map<?, ?> flow
            && flow.get(NAMESPACE) instanceof String namespace
        ? namespaces.of(namespace)
        : Map.of();
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return NAMESPACE.equals(name) || ofServer.containsKey(name);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    var all = new LinkedHashMap<String, @Nullable Object>(ofServer);
    Map<String, @Nullable Object> namespace = ofNamespace();
    if (!namespace.isEmpty()) {
      all.put(NAMESPACE, namespace);
    }
    return all.entrySet();
  }
}
