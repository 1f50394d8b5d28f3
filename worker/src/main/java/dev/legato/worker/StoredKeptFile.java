package dev.legato.worker;

import dev.legato.plugin.KeptFile;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file beside a flow, in internal storage. */
record StoredKeptFile(FileStore store, SafePath place, InstantSource clock) implements KeptFile {
  @Override
  public Optional<InputStream> open(@Nullable Duration maxAge) {
    return store
        .find(place)
        .filter(FileEntry::isFile)
        .filter(file -> maxAge == null || file.modifiedAt().plus(maxAge).isAfter(clock.instant()))
        .map(_ -> store.open(place));
  }

  @Override
  public void replace(InputStream content) throws IOException {
    store.put(place, content);
  }
}
