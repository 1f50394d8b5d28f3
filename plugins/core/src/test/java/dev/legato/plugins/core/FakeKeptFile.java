package dev.legato.plugins.core;

import dev.legato.plugin.KeptFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A kept file in memory. */
public final class FakeKeptFile implements KeptFile {
  public byte @Nullable [] content;
  public Duration age = Duration.ZERO;
  public int writes;

  @Override
  public Optional<InputStream> open(@Nullable Duration maxAge) {
    return content == null || (maxAge != null && age.compareTo(maxAge) > 0)
        ? Optional.empty()
        : Optional.of(new ByteArrayInputStream(content));
  }

  @Override
  public void replace(InputStream given) throws IOException {
    content = given.readAllBytes();
    writes++;
  }
}
