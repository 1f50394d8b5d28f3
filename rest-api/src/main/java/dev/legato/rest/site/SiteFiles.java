package dev.legato.rest.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of the application in the class path. There are none in an installation that was
 * put together without it.
 */
final class SiteFiles {
  private static final String INDEX = "index.html";
  private static final String HASHED = "assets/";

  /** No dots next to each other, nothing hidden, nothing but what the build gives its files. */
  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+");

  private static final Pattern BASE = Pattern.compile("<base href=\"/ui/\" ?/?>");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("ttf", "font/ttf"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final ClassLoader classPath;
  private final String folder;
  private final String contextPath;
  private volatile @Nullable SiteFile index;

  /**
   * @param folder in the class path, with a slash at its end
   * @param contextPath in front of all addresses; empty for none
   */
  SiteFiles(ClassLoader classPath, String folder, String contextPath) {
    this.classPath = classPath;
    this.folder = folder;
    this.contextPath = contextPath;
  }

  /** Whether there is an application at all. */
  boolean arePresent() {
    return classPath.getResource(folder + INDEX) != null;
  }

  /**
   * The file at an address below that of the application. Every address that is no file is one of
   * the application's own pages; only what has a hash in its name is either there or not.
   *
   * @param path decoded, without a slash at its beginning
   */
  Optional<SiteFile> find(String path) {
    if (path.isEmpty() || path.equals(INDEX)) {
      return index();
    }
    Optional<SiteFile> file = NAME.matcher(path).matches() ? load(path) : Optional.empty();
    return file.isPresent() || path.startsWith(HASHED) ? file : index();
  }

  private Optional<SiteFile> load(String path) {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    byte[] bytes = type == null ? null : read(folder + path);
    return bytes == null || type == null
        ? Optional.empty()
        : Optional.of(
            new SiteFile(type, bytes, read(folder + path + ".gz"), path.startsWith(HASHED)));
  }

  private Optional<SiteFile> index() {
    SiteFile known = index;
    if (known == null) {
      Optional<SiteFile> loaded = load(INDEX).map(this::atContextPath);
      loaded.ifPresent(file -> index = file);
      return loaded;
    }
    return Optional.of(known);
  }

  /** All addresses in the page follow from this one. */
  private SiteFile atContextPath(SiteFile page) {
    if (contextPath.isEmpty()) {
      return page;
    }
    String text = new String(page.bytes(), StandardCharsets.UTF_8);
    byte[] bytes =
        BASE.matcher(text)
            .replaceFirst(Matcher.quoteReplacement("<base href=\"%s/ui/\">".formatted(contextPath)))
            .getBytes(StandardCharsets.UTF_8);
    return new SiteFile(page.mediaType(), bytes, packed(bytes), false);
  }

  private static byte[] packed(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private byte @Nullable [] read(String name) {
    URL resource = classPath.getResource(name);
    if (resource == null) {
      return null;
    }
    try (InputStream in = resource.openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
