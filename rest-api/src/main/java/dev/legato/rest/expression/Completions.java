package dev.legato.rest.expression;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.model.flow.Flow;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.plugin.type.TypeDescriptor;
import dev.legato.rest.expression.CompletionView.Categories;
import dev.legato.rest.flow.TaskFinder;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.KeyValueField;
import dev.legato.storage.KeyValueStore;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what the expressions of a flow can use. */
final class Completions {
  private static final int MAX_ENTRIES = 500;
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern SECRET = Pattern.compile("secret\\(\\s*['\"]([^'\"]{1,150})['\"]");
  private static final List<String> EXECUTION =
      List.of(
          "execution.id",
          "execution.originalId",
          "execution.startDate",
          "execution.state",
          "flow.id",
          "flow.namespace",
          "flow.revision",
          "labels",
          "parent.outputs",
          "parent.taskrun.value",
          "parents",
          "task.id",
          "task.type",
          "taskrun.attemptsCount",
          "taskrun.id",
          "taskrun.iteration",
          "taskrun.startDate",
          "taskrun.value",
          "tasks",
          "trigger");
  private static final List<String> SERVER =
      List.of("envs", "globals", "kestra.environment", "kestra.url");

  private final TypeCatalog types;
  private final KeyValueStore keyValues;
  private final FileStore files;

  Completions(TypeCatalog types, KeyValueStore keyValues, FileStore files) {
    this.types = types;
    this.keyValues = keyValues;
    this.files = files;
  }

  /**
   * What can be used in a flow.
   *
   * @param flow as far as it is written; null when it cannot be read at all
   * @param taskId the task that is written; null for none in particular
   */
  CompletionView of(@Nullable Flow flow, @Nullable String taskId) {
    return new CompletionView(
        new Categories(
            flow == null ? List.of() : outputs(flow, taskId),
            EXECUTION,
            flow == null ? List.of() : inputs(flow),
            flow == null ? List.of() : variables("vars", flow.variables()).toList(),
            flow == null ? List.of() : secrets(flow.source()),
            flow == null ? List.of() : keys(flow.id().namespace()),
            flow == null ? List.of() : namespaceFiles(flow.id().namespace()),
            Expressions.filters().stream().map(Signature::name).toList(),
            Expressions.functions().stream().map(Completions::call).toList(),
            SERVER));
  }

  private List<String> outputs(Flow flow, @Nullable String taskId) {
    return TaskFinder.all(flow.document())
        .takeWhile(task -> taskId == null || !taskId.equals(task.get("id")))
        .flatMap(this::outputsOf)
        .toList();
  }

  private Stream<String> outputsOf(Map<?, ?> task) {
    if (!(task.get("id") instanceof String id) || !(task.get("type") instanceof String type)) {
      return Stream.empty();
    }
    String outputs = member("outputs", id);
    Optional<TypeDescriptor> descriptor = BuiltInTypes.TASKS.find(type).or(() -> types.find(type));
    List<String> names =
        descriptor.stream()
            .flatMap(found -> found.outputs().stream())
            .map(output -> member(outputs, output.name()))
            .toList();
    return names.isEmpty() ? Stream.of(outputs) : names.stream();
  }

  private static List<String> inputs(Flow flow) {
    return flow.inputs().stream().map(input -> path("inputs", input.id())).toList();
  }

  private static String path(String owner, String id) {
    String path = owner;
    for (String name : id.split("\\.", -1)) {
      path = member(path, name);
    }
    return path;
  }

  private static Stream<String> variables(String owner, Map<?, ?> values) {
    return values.entrySet().stream()
        .flatMap(
            entry -> {
              String path = member(owner, Objects.toString(entry.getKey()));
              return entry.getValue() instanceof Map<?, ?> inner && !inner.isEmpty()
                  ? variables(path, inner)
                  : Stream.of(path);
            });
  }

  private static List<String> secrets(String source) {
    return SECRET
        .matcher(source)
        .results()
        .map(found -> "secret('%s')".formatted(found.group(1)))
        .distinct()
        .toList();
  }

  private List<String> keys(String namespace) {
    var byKey = List.of(new Sort<>(KeyValueField.KEY, false));
    var filters = List.of(Filter.of(KeyValueField.NAMESPACE, Operator.EQUALS, namespace));
    return keyValues.search(filters, new PageRequest<>(1, MAX_ENTRIES, byKey)).results().stream()
        .map(entry -> "kv('%s')".formatted(entry.key()))
        .toList();
  }

  private List<String> namespaceFiles(String namespace) {
    SafePath folder;
    try {
      folder = FileLayout.namespaceFiles(namespace);
    } catch (UnsafePathException _) {
      return List.of(); // the id of a flow that is still being written
    }
    var paths = new ArrayList<String>();
    for (FileEntry entry : files.listBelow(folder, Optional.empty(), MAX_ENTRIES)) {
      paths.add("read('%s')".formatted(String.join("/", entry.path().relativeTo(folder).names())));
    }
    return paths;
  }

  private static String call(Signature function) {
    return function.name() + "(" + String.join(", ", function.arguments()) + ")";
  }

  private static String member(String owner, String name) {
    Matcher plain = PLAIN_NAME.matcher(name);
    return plain.matches() ? owner + "." + name : "%s['%s']".formatted(owner, name);
  }
}
