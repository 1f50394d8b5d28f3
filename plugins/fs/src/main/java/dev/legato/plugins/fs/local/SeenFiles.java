package dev.legato.plugins.fs.local;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerName;
import dev.legato.plugin.keyvalue.NewKeyValue;
import dev.legato.plugins.fs.local.Trigger.Occasion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which files a trigger knows already, kept among the values of its namespace. */
final class SeenFiles {
  private final TriggerContext context;
  private final String key;
  private final @Nullable Duration lifetime;
  private final Map<String, String> versions;

  private SeenFiles(
      TriggerContext context,
      String key,
      @Nullable Duration lifetime,
      Map<String, String> versions) {
    this.context = context;
    this.key = key;
    this.lifetime = lifetime;
    this.versions = versions;
  }

  /** What it will know. */
  @FunctionalInterface
  interface Changed {
    void store() throws TaskFailure;
  }

  static SeenFiles read(
      TriggerContext context, @Nullable String stateKey, @Nullable Duration lifetime)
      throws TaskFailure {
    TriggerName name = context.trigger();
    String key =
        stateKey == null
            ? "%s_%s_%s".formatted(name.namespace(), name.flow(), name.trigger())
            : stateKey;
    Map<String, String> versions = new LinkedHashMap<>();
    Object stored =
        context.keyValues().find(name.namespace(), key).map(found -> found.value()).orElse(null);
    if (stored instanceof Map<?, ?> map) {
      map.forEach((path, version) -> versions.put(path.toString(), String.valueOf(version)));
    }
    return new SeenFiles(context, key, lifetime, versions);
  }

  boolean counts(LocalFile file, Occasion on) {
    String known = versions.get(file.localPath());
    return switch (on) {
      case CREATE -> known == null;
      case UPDATE -> known != null && !known.equals(version(file));
      case CREATE_OR_UPDATE -> !version(file).equals(known);
    };
  }

  /**
   * When all files that are there are known, but those that come later.
   *
   * @param later keep what was known of them
   */
  Changed after(List<LocalFile> present, List<LocalFile> later) {
    Map<String, String> known = new LinkedHashMap<>();
    present.forEach(file -> known.put(file.localPath(), version(file)));
    for (LocalFile file : later) {
      String before = versions.get(file.localPath());
      if (before == null) {
        known.remove(file.localPath());
      } else {
        known.put(file.localPath(), before);
      }
    }
    return () -> {
      if (!known.equals(versions)) {
        context
            .keyValues()
            .set(context.trigger().namespace(), key, new NewKeyValue(known, null, lifetime, true));
      }
    };
  }

  private static String version(LocalFile file) {
    return "%d_%d".formatted(file.modifiedDate().toEpochMilli(), file.size());
  }

  /** Tells these files as they are now from all others, also of the same names. */
  static String fingerprint(List<LocalFile> files) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (LocalFile file : files) {
        Object inode = Files.readAttributes(file.path(), BasicFileAttributes.class).fileKey();
        String line =
            "%s %s %s %s%n"
                .formatted(
                    file.localPath(),
                    file.modifiedDate(),
                    file.size(),
                    Objects.requireNonNullElse(inode, ""));
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every Java to have SHA-256, but: ", e);
    }
  }
}
