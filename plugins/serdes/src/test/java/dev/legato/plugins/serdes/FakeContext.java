package dev.legato.plugins.serdes;

import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.type.ConversionException;
import dev.legato.plugin.type.TypeCatalog;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tasks about files use of a context, in memory; all else that a context has is refused. */
public final class FakeContext {
  private static final TypeCatalog TYPES =
      TypeCatalog.of(List.of(FakeContext.class.getClassLoader()));

  public final FakeFiles storage = new FakeFiles();
  public final List<String> lines = new ArrayList<>();
  public final Map<String, Double> counts = new LinkedHashMap<>();

  private final Path directory;

  public FakeContext(Path directory) {
    this.directory = directory;
  }

  /** Runs a task from the values of its properties. */
  public Record run(String type, Map<String, ?> properties)
      throws TaskFailure, IOException, InterruptedException {
    Task<?> task;
    try {
      task = TYPES.binder(type).orElseThrow().bind(properties);
    } catch (ConversionException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
    return task.run(context());
  }

  private TaskContext context() {
    return (TaskContext)
        Proxy.newProxyInstance(
            TaskContext.class.getClassLoader(),
            new Class<?>[] {TaskContext.class},
            (_, method, arguments) -> answer(method, arguments));
  }

  private Object answer(Method method, Object[] arguments) throws IOException {
    return switch (method.getName()) {
      case "files" -> storage;
      case "log" -> (TaskLog) (level, message) -> lines.add(level + " " + message);
      case "count" -> counts.merge((String) arguments[0], (Double) arguments[1], Double::sum);
      case "workingDirectory" -> Files.createDirectories(directory);
      default -> throw new IllegalStateException("Expected no call of " + method);
    };
  }

  /** Stores a text in UTF-8. */
  public URI given(String name, String text) {
    return storage.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Stores bytes. */
  public URI given(String name, byte[] content) {
    return storage.put(name, content);
  }

  /** The text of a stored file in UTF-8. */
  public String text(URI file) {
    return new String(storage.files.get(file), StandardCharsets.UTF_8);
  }
}
