package dev.legato.testkit.task;

import dev.legato.plugin.Attempt;
import dev.legato.plugin.Children;
import dev.legato.plugin.Executions;
import dev.legato.plugin.FlowRevisions;
import dev.legato.plugin.KeptFile;
import dev.legato.plugin.KeyValues;
import dev.legato.plugin.Logs;
import dev.legato.plugin.NamespaceFiles;
import dev.legato.plugin.Programs;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.TriggerSwitch;
import dev.legato.plugin.http.HttpClient;
import dev.legato.plugin.type.ConversionException;
import dev.legato.plugin.type.TypeCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes what tasks and programs tell and keeps their files in memory; has nothing else. */
public final class RecordingContext implements TaskContext {
  private static final TypeCatalog TYPES =
      TypeCatalog.of(List.of(RecordingContext.class.getClassLoader()));

  public final List<String> lines = new CopyOnWriteArrayList<>();
  public final List<String> figures = new CopyOnWriteArrayList<>();
  public final MemoryFiles files = new MemoryFiles();
  public TaskLog log = (level, message) -> lines.add(level + " " + message);

  private final @Nullable Path workingDirectory;
  private final @Nullable Programs programs;

  public RecordingContext() {
    this(null, null);
  }

  /** For tasks that work in a folder, which need not be there yet. */
  public RecordingContext(Path workingDirectory) {
    this(workingDirectory, null);
  }

  /** For tasks that work in a folder, which need not be there yet, and run programs. */
  public RecordingContext(@Nullable Path workingDirectory, @Nullable Programs programs) {
    this.workingDirectory = workingDirectory;
    this.programs = programs;
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
    return task.run(this);
  }

  @Override
  public Attempt attempt() {
    return new Attempt("execution1", "shop.eu", "orders", 3, "task", "taskrun1", null, 0);
  }

  @Override
  public TaskLog log() {
    return log;
  }

  @Override
  public void count(String name, double amount, Map<String, String> tags) {
    figures.add("count %s %s %s".formatted(name, amount, tags));
  }

  @Override
  public void time(String name, Duration duration, Map<String, String> tags) {
    figures.add("time %s %s %s".formatted(name, duration, tags));
  }

  @Override
  public void gauge(String name, double value, Map<String, String> tags) {
    figures.add("gauge %s %s %s".formatted(name, value, tags));
  }

  @Override
  public void sleep(Duration duration) {}

  @Override
  public InstantSource clock() {
    throw notHere("clock");
  }

  @Override
  public String render(String template, Map<String, ?> further) throws TaskFailure {
    return VariableTemplates.render(template, further);
  }

  @Override
  public Object evaluate(String template, Map<String, ?> further) throws TaskFailure {
    return render(template, further);
  }

  @Override
  public Path workingDirectory() throws IOException {
    return Files.createDirectories(given(workingDirectory, "working directory"));
  }

  @Override
  public TaskFiles files() {
    return files;
  }

  @Override
  public Map<String, String> sealed(String secret) {
    throw notHere("secrets");
  }

  @Override
  public KeptFile kept(String task, @Nullable String key) {
    throw notHere("kept files");
  }

  @Override
  public NamespaceFiles namespaceFiles() {
    throw notHere("namespace files");
  }

  @Override
  public KeyValues keyValues() {
    throw notHere("key-values");
  }

  @Override
  public Executions executions() {
    throw notHere("executions");
  }

  @Override
  public Logs logs() {
    throw notHere("logs");
  }

  @Override
  public HttpClient http() {
    throw notHere("http");
  }

  @Override
  public Programs programs() {
    return given(programs, "programs");
  }

  @Override
  public Children children() {
    throw notHere("children");
  }

  @Override
  public FlowRevisions flowRevisions() {
    throw notHere("revisions");
  }

  @Override
  public TriggerSwitch triggers() {
    throw notHere("triggers");
  }

  @Override
  public Record runTask(String definition) {
    throw notHere("tasks of other tasks");
  }

  private static <T> T given(@Nullable T thing, String what) {
    if (thing == null) {
      throw notHere(what);
    }
    return thing;
  }

  private static UnsupportedOperationException notHere(String what) {
    return new UnsupportedOperationException("This test has no %s".formatted(what));
  }
}
