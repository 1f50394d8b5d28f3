package dev.legato.plugins.scripts.run;

import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.file.NamespaceFileChoice;
import dev.legato.plugin.folder.InputFiles;
import dev.legato.plugin.folder.OutputFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The folder of a script, and the variables that its templates see beside the flow's. */
public final class Workspace {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern STORED =
      Pattern.compile("kestra://[\\w\\-.+~#=/,:;%]*[\\w\\-+~#=/%]");

  private final TaskContext context;
  private final Path folder;
  private final Map<String, Object> variables = new LinkedHashMap<>();
  private final List<Path> helpers = new ArrayList<>();
  private @Nullable Path outputDirectory;

  public Workspace(TaskContext context) throws IOException {
    this.context = context;
    this.folder = context.workingDirectory().toRealPath();
    variables.put("workingDir", folder.toString());
  }

  public Path folder() {
    return folder;
  }

  /** Lets templates use a variable, such as the path of a file that is to be written. */
  public void define(String name, Object value) {
    variables.put(name, value);
  }

  /** Makes the folder all of whose files are kept. */
  public void openOutputDirectory() throws IOException {
    outputDirectory = Files.createTempDirectory(folder, "outputs-");
    variables.put("outputDir", outputDirectory.toString());
  }

  public @Nullable Path outputDirectory() {
    return outputDirectory;
  }

  /** Copies files of the namespace. */
  public void namespaceFiles(@Nullable NamespaceFileChoice choice) throws TaskFailure, IOException {
    if (choice != null) {
      context.namespaceFiles().copy(choice, folder);
    }
  }

  /**
   * Writes the property {@code inputFiles}.
   *
   * @param given with templates in names and contents
   */
  public void inputFiles(@Nullable Object given) throws TaskFailure, IOException {
    if (given != null) {
      new InputFiles(context, folder).putAll(rendered(given));
    }
  }

  private Object rendered(Object given) throws TaskFailure {
    return switch (given) {
      case String text -> json(context.evaluate(text, variables));
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> rendered = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          rendered.put(render(String.valueOf(entry.getKey())), content(entry.getValue()));
        }
        yield rendered;
      }
      case List<?> list -> {
        List<Object> rendered = new ArrayList<>();
        for (Object each : list) {
          rendered.add(render(String.valueOf(each)));
        }
        yield rendered;
      }
      default -> given;
    };
  }

  private @Nullable Object content(@Nullable Object value) throws TaskFailure {
    return switch (value) {
      case null -> null;
      case String text -> render(text);
      case Map<?, ?> map -> JSON.writeValueAsString(map);
      case List<?> list -> JSON.writeValueAsString(list);
      default -> String.valueOf(value);
    };
  }

  private static Object json(@Nullable Object value) throws TaskFailure {
    try {
      return value instanceof String text
          ? JSON.readValue(text, Object.class)
          : value == null ? Map.of() : value;
    } catch (JacksonException e) {
      throw new TaskFailure(
          "'inputFiles' is no valid JSON: %s".formatted(e.getOriginalMessage()), e);
    }
  }

  public String render(String template) throws TaskFailure {
    return context.render(template, variables);
  }

  /** Each text rendered; none when absent. */
  public List<String> render(@Nullable List<String> templates) throws TaskFailure {
    List<String> rendered = new ArrayList<>();
    for (String template : templates == null ? List.<String>of() : templates) {
      rendered.add(render(template));
    }
    return rendered;
  }

  /** Names and values rendered; null values are left out. */
  public Map<String, String> render(@Nullable Map<String, ? extends @Nullable Object> templates)
      throws TaskFailure {
    Map<String, String> rendered = new LinkedHashMap<>();
    if (templates != null) {
      for (Map.Entry<String, ? extends @Nullable Object> entry : templates.entrySet()) {
        if (entry.getValue() != null) {
          rendered.put(render(entry.getKey()), render(String.valueOf(entry.getValue())));
        }
      }
    }
    return rendered;
  }

  /** The text rendered, with the URI of each stored file replaced by the path of a copy of it. */
  public String withFiles(String template) throws TaskFailure, IOException {
    Matcher uris = STORED.matcher(render(template));
    StringBuilder text = new StringBuilder();
    while (uris.find()) {
      uris.appendReplacement(text, Matcher.quoteReplacement(fetch(uris.group()).toString()));
    }
    return uris.appendTail(text).toString();
  }

  /** A file that the script needs but that is no result, whatever patterns it fits. */
  Path newHelper(String prefix, String suffix) throws IOException {
    Path file = Files.createTempFile(folder, prefix, suffix);
    helpers.add(file);
    return file;
  }

  private Path fetch(String uri) throws TaskFailure, IOException {
    String name = uri.substring(uri.lastIndexOf('/') + 1).replaceAll("[^\\w.-]", "_");
    Path file = newHelper("file-", "-" + name);
    try (InputStream content = context.files().read(URI.create(uri))) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("'%s' is no URI of a file.".formatted(uri), e);
    }
    return file;
  }

  /**
   * Stores files.
   *
   * @param patterns rendered
   */
  public Map<String, URI> outputFiles(List<String> patterns) throws TaskFailure, IOException {
    for (Path helper : helpers) {
      Files.deleteIfExists(helper);
    }
    OutputFiles files = new OutputFiles(context);
    Map<String, URI> stored = new LinkedHashMap<>(files.store(folder, patterns));
    if (outputDirectory != null) {
      stored.putAll(files.storeAll(outputDirectory));
    }
    return stored;
  }
}
