package dev.legato.storage.file;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in internal storage which file belongs. */
public final class FileLayout {
  private static final String FILES_OF_NAMESPACE = "_files";
  private static final String REVISIONS_OF_NAMESPACE = "_revisions";
  private static final String EXECUTIONS = "executions";
  private static final String CACHE = "cache";
  private static final String CACHED_FILES = "cache.zip";
  private static final String CACHED_OUTPUTS = "outputs.json";
  private static final Pattern EXECUTION = Pattern.compile("[0-9A-Za-z]{22}");
  private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");

  private FileLayout() {}

  /** All that belongs to a flow: its executions and caches. */
  public static SafePath flow(FlowId flow) {
    return namespace(flow.namespace()).resolve(slug(flow.id()));
  }

  /** All files of an execution; they go with it. */
  public static SafePath execution(FlowId flow, ExecutionId execution) {
    return flow(flow).resolve(EXECUTIONS, execution.value());
  }

  /** The files that a task run has written. */
  public static SafePath taskRun(
      FlowId flow, ExecutionId execution, String taskId, String taskRunId) {
    return execution(flow, execution).resolve("tasks", slug(taskId), taskRunId);
  }

  /** The files that a trigger has handed to the execution that it started. */
  public static SafePath trigger(FlowId flow, ExecutionId execution, String triggerId) {
    return execution(flow, execution).resolve("trigger", slug(triggerId));
  }

  /** The file that was given as an input. */
  public static SafePath input(
      FlowId flow, ExecutionId execution, String inputId, String fileName) {
    return execution(flow, execution).resolve("inputs", inputId, fileName);
  }

  /** The files that all flows of a namespace share. */
  public static SafePath namespaceFiles(String namespace) {
    return namespace(namespace).resolve(FILES_OF_NAMESPACE);
  }

  /**
   * What a file of a namespace held before: one file for each older revision, named by its number.
   *
   * @param file seen from the folder of the namespace's files
   */
  public static SafePath namespaceRevisions(String namespace, SafePath file) {
    return namespace(namespace).resolve(REVISIONS_OF_NAMESPACE).resolve(file);
  }

  /**
   * The cache of a task, such as a working directory.
   *
   * @param key tells the caches of one task apart; absent when there is one only
   */
  public static SafePath cache(FlowId flow, String taskId, @Nullable String key) {
    SafePath task = namespace(flow.namespace()).resolve(unique(flow.id()), unique(taskId), CACHE);
    return (key == null ? task : task.resolve(key)).resolve(CACHED_FILES);
  }

  /** What a trigger remembers from one look to the next; unlike a cache, it cannot be made anew. */
  public static SafePath remembered(FlowId flow, String triggerId) {
    return namespace(flow.namespace())
        .resolve(unique(flow.id()), unique(triggerId), "remembered", "state");
  }

  /**
   * Outputs of a task that are used again.
   *
   * @param key follows from what they were made of
   */
  public static SafePath cachedOutputs(FlowId flow, String taskId, String key) {
    return namespace(flow.namespace())
        .resolve(unique(flow.id()), unique(taskId), CACHE, key, CACHED_OUTPUTS);
  }

  /** The execution that a folder belongs to; empty when it is none of an execution. */
  public static Optional<ExecutionId> executionAt(SafePath folder) {
    List<String> names = folder.names();
    int last = names.size() - 1;
    return last > 2 // a namespace and a flow are above
            && names.get(last - 1).equals(EXECUTIONS)
            && EXECUTION.matcher(names.get(last)).matches()
        ? Optional.of(new ExecutionId(names.get(last)))
        : Optional.empty();
  }

  /** Whether a file is a cache: what is in it can be made again. */
  public static boolean isCache(SafePath file) {
    List<String> folders = file.names().subList(0, Math.max(0, file.names().size() - 1));
    int last = folders.size() - 1;
    return switch (file.name()) {
      case CACHED_FILES -> // with a key or without one
          last > 1 && (folders.get(last).equals(CACHE) || folders.get(last - 1).equals(CACHE));
      case CACHED_OUTPUTS -> last > 2 && folders.get(last - 1).equals(CACHE);
      default -> false;
    };
  }

  /** Whether a folder holds what a namespace's flows share, or its revisions. */
  public static boolean isShared(SafePath folder) {
    return folder.name().equals(FILES_OF_NAMESPACE) || folder.name().equals(REVISIONS_OF_NAMESPACE);
  }

  private static SafePath namespace(String namespace) {
    var names = new ArrayList<String>();
    for (String part : namespace.split("\\.", -1)) {
      // no part of a namespace can be mistaken for a folder of ours
      names.add(part.isEmpty() || part.startsWith("_") ? "_" + part : part);
    }
    return new SafePath(names);
  }

  /** The id in small letters, digits and hyphens. */
  private static String slug(String id) {
    String slug = NO_SLUG.matcher(id.toLowerCase(Locale.ROOT)).replaceAll("-");
    return slug.isEmpty() ? "-" : slug;
  }

  /** The slug, told apart from the same slug of another id. */
  private static String unique(String id) {
    String slug = slug(id);
    return slug.equals(id) ? slug : slug + "-" + Integer.toHexString(id.hashCode());
  }
}
