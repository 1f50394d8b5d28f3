package dev.legato.plugins.core.http;

import dev.legato.plugin.http.HttpReply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to call a file that was downloaded. */
final class FileNames {
  private static final Pattern ENCODED =
      Pattern.compile("(?i)filename\\*\\s*=\\s*UTF-8'[^']*'([^;\\s]+)");
  private static final Pattern PLAIN =
      Pattern.compile("(?i)filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");
  private static final int MOST = 100;

  private FileNames() {}

  /** As the server says, made harmless; else {@code download} with the extension of the address. */
  static String of(HttpReply reply) {
    return reply
        .header("Content-Disposition")
        .flatMap(FileNames::announced)
        .map(FileNames::harmless)
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> "download" + extension(String.valueOf(reply.uri().getPath())));
  }

  private static Optional<String> announced(String disposition) {
    Matcher encoded = ENCODED.matcher(disposition);
    if (encoded.find()) {
      return decoded(encoded.group(1));
    }
    Matcher plain = PLAIN.matcher(disposition);
    return plain.find()
        ? decoded(plain.group(1) == null ? plain.group(2) : plain.group(1))
        : Optional.empty();
  }

  private static Optional<String> decoded(String name) {
    try {
      return Optional.of(URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.of(name); // a percent sign that means itself
    }
  }

  /** The last part of what may be a path, with nothing in it that could mean something else. */
  private static String harmless(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String safe = last.replaceAll("[^\\p{L}\\p{N}._ ()-]", "_").strip();
    String trimmed = safe.replaceAll("^[. ]+|[. ]+$", "");
    return trimmed.substring(Math.max(0, trimmed.length() - MOST));
  }

  private static String extension(String path) {
    Matcher found = Pattern.compile("(?<=[^/])(\\.[A-Za-z0-9]{1,10})$").matcher(path);
    return found.find() ? found.group(1) : ".tmp";
  }
}
