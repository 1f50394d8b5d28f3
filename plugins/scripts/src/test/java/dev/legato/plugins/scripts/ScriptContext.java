package dev.legato.plugins.scripts;

import dev.legato.plugin.Attempt;
import dev.legato.plugin.Children;
import dev.legato.plugin.Executions;
import dev.legato.plugin.FlowRevisions;
import dev.legato.plugin.KeptFile;
import dev.legato.plugin.KeyValues;
import dev.legato.plugin.Logs;
import dev.legato.plugin.NamespaceFiles;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Programs;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.TriggerSwitch;
import dev.legato.plugin.http.HttpClient;
import dev.legato.plugin.type.ConversionException;
import dev.legato.plugin.type.TypeCatalog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a script task uses: real programs, files in memory, templates of variables alone. */
final class ScriptContext implements TaskContext {
  private static final TypeCatalog TYPES =
      TypeCatalog.of(List.of(ScriptContext.class.getClassLoader()));
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{ *([\\w.]+) *}}");

  final List<String> lines = new CopyOnWriteArrayList<>();
  final Map<URI, byte[]> stored = new ConcurrentHashMap<>();
  private final Path folder;
  private final Programs programs;

  ScriptContext(Path folder, Programs programs) {
    this.folder = folder;
    this.programs = programs;
  }

  /** Runs a task from the values of its properties; its outputs as a map. */
  Record run(String type, Map<String, ?> properties)
      throws TaskFailure, IOException, InterruptedException {
    try {
      return TYPES.binder(type).orElseThrow().bind(properties).run(this);
    } catch (ConversionException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
  }

  String text(URI file) {
    return new String(stored.get(file), StandardCharsets.UTF_8);
  }

  @Override
  public Attempt attempt() {
    return new Attempt("execution1", "shop.eu", "orders", 3, "task", "taskrun1", null, 0);
  }

  @Override
  public TaskLog log() {
    return (level, message) -> lines.add(level + " " + message);
  }

  @Override
  public void count(String name, double amount, Map<String, String> tags) {
    lines.add("COUNT %s %s".formatted(name, amount));
  }

  @Override
  public void time(String name, Duration duration, Map<String, String> tags) {
    lines.add("TIME %s".formatted(name));
  }

  @Override
  public void gauge(String name, double value, Map<String, String> tags) {
    lines.add("GAUGE %s %s".formatted(name, value));
  }

  @Override
  public void sleep(Duration duration) {}

  @Override
  public InstantSource clock() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String render(String template, Map<String, ?> further) throws TaskFailure {
    Matcher variables = VARIABLE.matcher(template);
    List<String> unknown = new ArrayList<>();
    String text =
        variables.replaceAll(
            found -> {
              Object value = further;
              for (String name : found.group(1).split("\\.")) {
                value = value instanceof Map<?, ?> map ? map.get(name) : null;
              }
              if (value == null) {
                unknown.add(found.group(1));
              }
              return Matcher.quoteReplacement(String.valueOf(value));
            });
    if (!unknown.isEmpty()) {
      throw new TaskFailure("Unknown variables " + unknown);
    }
    return text;
  }

  @Override
  public Object evaluate(String template, Map<String, ?> further) throws TaskFailure {
    return render(template, further);
  }

  @Override
  public Path workingDirectory() throws IOException {
    return Files.createDirectories(folder);
  }

  @Override
  public Programs programs() {
    return programs;
  }

  @Override
  public TaskFiles files() {
    return new Memory();
  }

  @Override
  public Map<String, String> sealed(String secret) {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeptFile kept(String task, @Nullable String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public NamespaceFiles namespaceFiles() {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeyValues keyValues() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Executions executions() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Logs logs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public HttpClient http() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Children children() {
    throw new UnsupportedOperationException();
  }

  @Override
  public FlowRevisions flowRevisions() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TriggerSwitch triggers() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Record runTask(String definition) {
    throw new UnsupportedOperationException();
  }

  /** Files by URI. */
  private final class Memory implements TaskFiles {
    @Override
    public InputStream read(URI file) throws TaskFailure {
      byte[] content = stored.get(file);
      if (content == null) {
        throw new TaskFailure("There is no file '%s'.".formatted(file));
      }
      return new ByteArrayInputStream(content);
    }

    @Override
    public long size(URI file) {
      return stored.get(file).length;
    }

    @Override
    public boolean delete(URI file) {
      return stored.remove(file) != null;
    }

    @Override
    public List<URI> deleteAllOfExecution() {
      throw new UnsupportedOperationException();
    }

    @Override
    public NewFile create(String name) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      return new NewFile() {
        @Override
        public OutputStream content() {
          return content;
        }

        @Override
        public URI keep() {
          URI uri = URI.create("kestra:///shop/eu/orders/" + name);
          stored.put(uri, content.toByteArray());
          return uri;
        }

        @Override
        public void close() {}
      };
    }
  }
}
