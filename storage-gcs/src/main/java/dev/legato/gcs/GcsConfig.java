package dev.legato.gcs;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a bucket is.
 *
 * @param project that pays; absent to ask the environment
 * @param serviceAccount the key of an account, as JSON; absent to ask the environment of the
 *     process: variables, the machine's or the pod's account
 * @param endpoint of an emulator, which is spoken to without credentials unless there is a key
 */
public record GcsConfig(
    String bucket,
    @Nullable String project,
    @Nullable String serviceAccount,
    @Nullable URI endpoint) {
  /** Says nothing of keys. */
  @Override
  public String toString() {
    return "GcsConfig[bucket=%s, project=%s, endpoint=%s]".formatted(bucket, project, endpoint);
  }
}
