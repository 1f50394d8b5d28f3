package dev.legato.worker;

import dev.legato.model.execution.Job;
import dev.legato.model.plan.Step.TaskCache;
import dev.legato.storage.StorageException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outputs of tasks by what they were made of, so that a task that would do the same again need not.
 * They lie in internal storage, beside the flow. A cache that cannot be read or written is no
 * reason to fail: the task runs.
 */
final class OutputCache {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final FileStore files;
  private final InstantSource clock;

  OutputCache(FileStore files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  /**
   * Where the outputs of a job are kept; empty when its task does not want that.
   *
   * @param values of its properties, rendered
   */
  static Optional<SafePath> place(Job job, Map<String, ?> values) {
    if (job.step().cache() == null) {
      return Optional.empty();
    }
    String made = JSON.writeValueAsString(List.of(job.step().header().type(), sorted(values)));
    return Optional.of(FileLayout.cachedOutputs(job.flow(), job.step().id(), digest(made)));
  }

  /** The outputs that are kept, unless they are too old. */
  Optional<Map<String, @Nullable Object>> find(SafePath place, TaskCache cache) {
    try {
      Optional<FileEntry> entry = files.find(place);
      if (entry.isEmpty() || isTooOld(entry.get(), cache)) {
        return Optional.empty();
      }
      try (InputStream content = files.open(place)) {
        return Optional.of(JSON.readValue(content, new TypeReference<>() {}));
      }
    } catch (IOException | StorageException | JacksonException unreadable) {
      return Optional.empty();
    }
  }

  private boolean isTooOld(FileEntry entry, TaskCache cache) {
    return cache.ttl() != null && !entry.modifiedAt().plus(cache.ttl()).isAfter(clock.instant());
  }

  /** Keeps outputs in place of older ones; false when they could not be kept. */
  boolean keep(SafePath place, Map<String, @Nullable Object> outputs) {
    try {
      files.put(place, new ByteArrayInputStream(JSON.writeValueAsBytes(outputs)));
      return true;
    } catch (IOException | StorageException | JacksonException unwritten) {
      return false;
    }
  }

  /** The same values in one order, whichever order they were written in. */
  private static @Nullable Object sorted(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, inner) -> sorted.put(String.valueOf(key), sorted(inner)));
        yield sorted;
      }
      case List<?> list -> list.stream().map(OutputCache::sorted).toList();
      case null -> null;
      default -> value;
    };
  }

  static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected SHA-256 to be known", e);
    }
  }
}
