package dev.legato.s3;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a bucket is.
 *
 * @param region us-east-1 when absent, as stores of others expect
 * @param endpoint of a store that is not Amazon's
 * @param accessKey absent, as is {@code secretKey}, to ask the environment of the process:
 *     variables, profiles, the machine's or the pod's role
 * @param pathStyle whether the bucket's name stands in the path instead of in the name of the host
 */
public record S3Config(
    String bucket,
    @Nullable String region,
    @Nullable URI endpoint,
    @Nullable String accessKey,
    @Nullable String secretKey,
    boolean pathStyle) {
  public S3Config {
    if ((accessKey == null) != (secretKey == null)) {
      throw new IllegalArgumentException("access-key and secret-key go together");
    }
  }

  /** Says nothing of keys. */
  @Override
  public String toString() {
    return "S3Config[bucket=%s, region=%s, endpoint=%s]".formatted(bucket, region, endpoint);
  }
}
