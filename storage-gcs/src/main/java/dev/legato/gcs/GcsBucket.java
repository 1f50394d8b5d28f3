package dev.legato.gcs;

import com.google.api.gax.paging.Page;
import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.BaseServiceException;
import com.google.cloud.NoCredentials;
import com.google.cloud.ReadChannel;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobField;
import com.google.cloud.storage.Storage.BlobGetOption;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.CopyRequest;
import com.google.cloud.storage.StorageOptions;
import dev.legato.storage.StorageException;
import dev.legato.storage.file.ByteRange;
import dev.legato.storage.object.Bucket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bucket in Google Cloud Storage. */
public final class GcsBucket implements Bucket {
  private static final int NOT_FOUND = 404;
  private static final int BEHIND_THE_END = 416;
  private static final int READ_AHEAD = 1 << 20;
  private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_write";

  private final Storage client;
  private final String bucket;

  private GcsBucket(Storage client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  /**
   * Opens a bucket, which must exist.
   *
   * @throws StorageException when it cannot be reached
   */
  public static GcsBucket open(GcsConfig config) {
    GcsBucket bucket = new GcsBucket(client(config), config.bucket());
    bucket.list("", Depth.ONE_LEVEL, Optional.empty(), 1);
    return bucket;
  }

  private static Storage client(GcsConfig config) {
    StorageOptions.Builder options = StorageOptions.http();
    try {
      options.setCredentials(credentials(config));
    } catch (IOException e) {
      throw new StorageException(
          "Cannot open the bucket '%s': no usable credentials (%s)"
              .formatted(config.bucket(), e.getMessage()),
          e);
    }
    if (config.endpoint() != null) {
      options.setHost(config.endpoint().toString());
    }
    if (config.project() != null) {
      options.setProjectId(config.project());
    }
    return options.build().getService();
  }

  private static Credentials credentials(GcsConfig config) throws IOException {
    String key = config.serviceAccount();
    if (key != null) {
      return ServiceAccountCredentials.fromStream(
              new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)))
          .createScoped(SCOPE);
    }
    return config.endpoint() == null
        ? GoogleCredentials.getApplicationDefault().createScoped(SCOPE)
        : NoCredentials.getInstance();
  }

  @Override
  public void put(String key, Path content) {
    try {
      client.createFrom(BlobInfo.newBuilder(bucket, key).build(), content);
    } catch (IOException | BaseServiceException e) {
      throw failed("write", key, e);
    }
  }

  @Override
  public Optional<InputStream> open(String key, ByteRange range) {
    if (range.length() == 0) {
      return find(key).map(_ -> InputStream.nullInputStream());
    }
    ReadChannel channel = client.reader(BlobId.of(bucket, key));
    try {
      channel.setChunkSize(READ_AHEAD);
      channel.seek(range.from());
      if (range.length() < Long.MAX_VALUE - range.from()) {
        channel.limit(range.from() + range.length());
      }
      return Optional.of(begun(Channels.newInputStream(channel)));
    } catch (IOException | BaseServiceException e) {
      channel.close();
      return switch (status(e)) {
        case NOT_FOUND -> Optional.empty();
        case BEHIND_THE_END -> Optional.of(InputStream.nullInputStream());
        default -> throw failed("read", key, e);
      };
    }
  }

  /** Asks for the content now: later, somebody may have replaced it. */
  private static InputStream begun(InputStream content) throws IOException {
    var begun = new PushbackInputStream(content);
    int first = begun.read();
    if (first >= 0) {
      begun.unread(first);
    }
    return begun;
  }

  private static int status(Exception e) {
    Throwable cause = e instanceof IOException ? e.getCause() : e;
    return cause instanceof BaseServiceException answer ? answer.getCode() : 0;
  }

  @Override
  public Optional<Item> find(String key) {
    try {
      return Optional.ofNullable(
              client.get(
                  BlobId.of(bucket, key), BlobGetOption.fields(BlobField.SIZE, BlobField.UPDATED)))
          .map(found -> item(key, found));
    } catch (BaseServiceException e) {
      throw failed("look at", key, e);
    }
  }

  private static Item item(String key, Blob found) {
    return new Item(key, found.getSize(), found.getUpdateTimeOffsetDateTime().toInstant());
  }

  @Override
  public Listing list(String prefix, Depth depth, Optional<String> from, int limit) {
    List<BlobListOption> options = new ArrayList<>();
    options.add(BlobListOption.prefix(prefix));
    options.add(BlobListOption.pageSize(limit));
    options.add(BlobListOption.fields(BlobField.NAME, BlobField.SIZE, BlobField.UPDATED));
    if (depth == Depth.ONE_LEVEL) {
      options.add(BlobListOption.currentDirectory());
    }
    from.ifPresent(token -> options.add(BlobListOption.pageToken(token)));
    try {
      Page<Blob> page = client.list(bucket, options.toArray(BlobListOption[]::new));
      List<Item> items = new ArrayList<>();
      List<String> folders = new ArrayList<>();
      for (Blob found : page.getValues()) {
        if (found.isDirectory()) {
          folders.add(found.getName());
        } else {
          items.add(item(found.getName(), found));
        }
      }
      return new Listing(items, folders, Optional.ofNullable(page.getNextPageToken()));
    } catch (BaseServiceException e) {
      throw failed("list", prefix, e);
    }
  }

  @Override
  public void copy(String from, String to) {
    try {
      client.copy(CopyRequest.of(BlobId.of(bucket, from), BlobId.of(bucket, to))).getResult();
    } catch (BaseServiceException e) {
      throw failed("copy", from, e);
    }
  }

  @Override
  public void delete(String key) {
    try {
      client.delete(BlobId.of(bucket, key));
    } catch (BaseServiceException e) {
      throw failed("delete", key, e);
    }
  }

  private StorageException failed(String verb, String key, Exception e) {
    return new StorageException(
        "Cannot %s '%s' in the bucket '%s': %s".formatted(verb, key, bucket, e.getMessage()), e);
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (Exception e) {
      throw new StorageException("Cannot let go of the bucket '%s'".formatted(bucket), e);
    }
  }
}
