package dev.legato.server.config;

import dev.legato.gcs.GcsConfig;
import dev.legato.s3.S3Config;
import dev.legato.server.config.StorageConfig.Gcs;
import dev.legato.server.config.StorageConfig.Local;
import dev.legato.server.config.StorageConfig.S3;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads what a configuration says about internal storage. */
final class StorageSection {
  private final Values values;
  private final List<String> problems;

  /** Gives the value of a key, or null. */
  @FunctionalInterface
  interface Values {
    @Nullable String get(String key);
  }

  StorageSection(Values values, List<String> problems) {
    this.values = values;
    this.problems = problems;
  }

  StorageConfig read() {
    String type = values.get("storage.type");
    String directory = values.get("storage.local.base-path");
    try {
      return switch (type == null ? "local" : type) {
        case "local" -> new Local(directory == null ? null : Path.of(directory));
        case "s3" -> s3();
        case "minio" -> minio();
        case "gcs" -> gcs();
        default ->
            throw new IllegalArgumentException(
                "storage.type must be local, s3, minio or gcs, but is '%s'".formatted(type));
      };
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
      return StorageConfig.DEFAULT;
    }
  }

  private StorageConfig s3() {
    UnaryOperator<String> key = name -> "storage.s3." + name;
    String endpoint = values.get(key.apply("endpoint"));
    String pathStyle = values.get(key.apply("force-path-style"));
    return bucket(
        key,
        endpoint == null ? null : URI.create(endpoint),
        pathStyle == null ? endpoint != null : Boolean.parseBoolean(pathStyle));
  }

  private StorageConfig minio() {
    UnaryOperator<String> key = name -> "storage.minio." + name;
    String host = required(key.apply("endpoint"));
    String port = values.get(key.apply("port"));
    String scheme = Boolean.parseBoolean(values.get(key.apply("secure"))) ? "https://" : "http://";
    String address = host.contains("://") ? host : scheme + host;
    return bucket(key, URI.create(port == null ? address : address + ":" + port), true);
  }

  private StorageConfig gcs() {
    String endpoint = values.get("storage.gcs.endpoint");
    String folder = values.get("storage.gcs.path");
    return new Gcs(
        new GcsConfig(
            required("storage.gcs.bucket"),
            values.get("storage.gcs.project-id"),
            values.get("storage.gcs.service-account"),
            endpoint == null ? null : URI.create(endpoint)),
        folder == null ? "" : folder);
  }

  private StorageConfig bucket(
      UnaryOperator<String> key, @Nullable URI endpoint, boolean pathStyle) {
    String folder = values.get(key.apply("path"));
    return new S3(
        new S3Config(
            required(key.apply("bucket")),
            values.get(key.apply("region")),
            endpoint,
            values.get(key.apply("access-key")),
            values.get(key.apply("secret-key")),
            pathStyle),
        folder == null ? "" : folder);
  }

  private String required(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("%s is missing".formatted(key));
    }
    return value;
  }
}
