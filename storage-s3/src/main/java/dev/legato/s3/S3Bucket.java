package dev.legato.s3;

import dev.legato.storage.StorageException;
import dev.legato.storage.file.ByteRange;
import dev.legato.storage.object.Bucket;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket in S3, or in a store that speaks like it. */
public final class S3Bucket implements Bucket {
  private static final int NOT_FOUND = 404;
  private static final int BEHIND_THE_END = 416;

  private final S3Client client;
  private final String bucket;

  private S3Bucket(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /**
   * Opens a bucket, which must exist.
   *
   * @throws StorageException when it cannot be reached
   */
  public static S3Bucket open(S3Config config) {
    S3Bucket bucket = new S3Bucket(client(config), config.bucket());
    bucket.attempt("reach", "", () -> bucket.list("", Depth.ONE_LEVEL, Optional.empty(), 1));
    return bucket;
  }

  private static S3Client client(S3Config config) {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .region(Region.of(config.region() == null ? "us-east-1" : config.region()))
            .credentialsProvider(credentials(config))
            // other stores do not know the newer checksums, and chunks that are signed one by one
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(
                settings ->
                    settings
                        .pathStyleAccessEnabled(config.pathStyle())
                        .chunkedEncodingEnabled(config.endpoint() == null));
    if (config.endpoint() != null) {
      builder.endpointOverride(config.endpoint());
    }
    return builder.build();
  }

  private static AwsCredentialsProvider credentials(S3Config config) {
    return config.accessKey() == null || config.secretKey() == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(config.accessKey(), config.secretKey()));
  }

  @Override
  public void put(String key, Path content) {
    attempt(
        "write",
        key,
        () ->
            client.putObject(
                request -> request.bucket(bucket).key(key), RequestBody.fromFile(content)));
  }

  @Override
  public Optional<InputStream> open(String key, ByteRange range) {
    if (range.length() == 0) {
      return find(key).map(_ -> InputStream.nullInputStream());
    }
    try {
      return Optional.of(
          client.getObject(request -> request.bucket(bucket).key(key).range(header(range))));
    } catch (S3Exception e) {
      return switch (e.statusCode()) {
        case NOT_FOUND -> Optional.empty();
        case BEHIND_THE_END -> Optional.of(InputStream.nullInputStream());
        default -> throw failed("read", key, e);
      };
    } catch (SdkException e) {
      throw failed("read", key, e);
    }
  }

  private static @Nullable String header(ByteRange range) {
    if (range.equals(ByteRange.ALL)) {
      return null;
    }
    boolean toTheEnd = range.length() > Long.MAX_VALUE - range.from();
    return toTheEnd
        ? "bytes=%d-".formatted(range.from())
        : "bytes=%d-%d".formatted(range.from(), range.from() + range.length() - 1);
  }

  @Override
  public Optional<Item> find(String key) {
    try {
      HeadObjectResponse found = client.headObject(request -> request.bucket(bucket).key(key));
      return Optional.of(new Item(key, found.contentLength(), found.lastModified()));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw failed("look at", key, e);
    } catch (SdkException e) {
      throw failed("look at", key, e);
    }
  }

  @Override
  public Listing list(String prefix, Depth depth, Optional<String> from, int limit) {
    ListObjectsV2Response part =
        attempt(
            "list",
            prefix,
            () ->
                client.listObjectsV2(
                    request ->
                        request
                            .bucket(bucket)
                            .prefix(prefix)
                            .delimiter(depth == Depth.ONE_LEVEL ? "/" : null)
                            .continuationToken(from.orElse(null))
                            .maxKeys(limit)));
    List<Item> items =
        part.contents().stream()
            .map(found -> new Item(found.key(), found.size(), found.lastModified()))
            .toList();
    List<String> folders = part.commonPrefixes().stream().map(folder -> folder.prefix()).toList();
    return new Listing(items, folders, Optional.ofNullable(part.nextContinuationToken()));
  }

  @Override
  public void copy(String from, String to) {
    attempt(
        "copy",
        from,
        () ->
            client.copyObject(
                request ->
                    request
                        .sourceBucket(bucket)
                        .sourceKey(from)
                        .destinationBucket(bucket)
                        .destinationKey(to)));
  }

  @Override
  public void delete(String key) {
    attempt("delete", key, () -> client.deleteObject(request -> request.bucket(bucket).key(key)));
  }

  private <T> T attempt(String verb, String key, Supplier<T> work) {
    try {
      return work.get();
    } catch (SdkException e) {
      throw failed(verb, key, e);
    }
  }

  private StorageException failed(String verb, String key, SdkException e) {
    return new StorageException(
        "Cannot %s '%s' in the bucket '%s': %s".formatted(verb, key, bucket, e.getMessage()), e);
  }

  @Override
  public void close() {
    client.close();
  }
}
