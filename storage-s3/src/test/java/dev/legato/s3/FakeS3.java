package dev.legato.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As much of S3 as a bucket needs, in memory. */
final class FakeS3 implements AutoCloseable {
  static final String BUCKET = "files";
  private static final Instant WRITTEN = Instant.parse("2026-05-04T12:00:00Z");

  private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  FakeS3() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String start = "/" + BUCKET;
      if (!path.startsWith(start)) {
        answer(exchange, 404, "<Error><Code>NoSuchBucket</Code></Error>".getBytes(UTF_8));
        return;
      }
      String key = path.length() <= start.length() ? "" : path.substring(start.length() + 1);
      switch (exchange.getRequestMethod()) {
        case "PUT" -> put(exchange, key);
        case "DELETE" -> {
          objects.remove(key);
          answer(exchange, 204, new byte[0]);
        }
        default -> {
          if (key.isEmpty()) {
            answer(exchange, 200, list(query(exchange)).getBytes(UTF_8));
          } else {
            get(exchange, key);
          }
        }
      }
    }
  }

  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  private void put(HttpExchange exchange, String key) throws IOException {
    String source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
    if (source == null) {
      objects.put(key, exchange.getRequestBody().readAllBytes());
      answer(exchange, 200, new byte[0]);
      return;
    }
    String from = URLDecoder.decode(source, UTF_8).replaceFirst("^/?" + BUCKET + "/", "");
    objects.put(key, objects.get(from));
    answer(exchange, 200, "<CopyObjectResult/>".getBytes(UTF_8));
  }

  private void get(HttpExchange exchange, String key) throws IOException {
    byte[] content = objects.get(key);
    if (content == null) {
      answer(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>".getBytes(UTF_8));
      return;
    }
    exchange
        .getResponseHeaders()
        .set(
            "Last-Modified",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(WRITTEN.atOffset(ZoneOffset.UTC)));
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      answer(exchange, 200, content);
      return;
    }
    String[] ends = range.substring("bytes=".length()).split("-", -1);
    int from = Integer.parseInt(ends[0]);
    long last = ends[1].isEmpty() ? Long.MAX_VALUE : Long.parseLong(ends[1]);
    if (from >= content.length) {
      answer(exchange, 416, "<Error><Code>InvalidRange</Code></Error>".getBytes(UTF_8));
      return;
    }
    int until = (int) Math.min(content.length, last + Math.min(1, Long.MAX_VALUE - last));
    answer(exchange, 206, Arrays.copyOfRange(content, from, until));
  }

  private String list(Map<String, String> query) {
    String prefix = query.getOrDefault("prefix", "");
    String delimiter = query.getOrDefault("delimiter", "");
    int limit = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
    String after = query.getOrDefault("continuation-token", "");
    var folders = new TreeSet<String>();
    var xml = new StringBuilder("<ListBucketResult>");
    String last = "";
    int count = 0;
    for (String key : objects.tailMap(after.isEmpty() ? prefix : after, after.isEmpty()).keySet()) {
      int slash = delimiter.isEmpty() ? -1 : key.indexOf('/', prefix.length());
      String folder = slash < 0 ? "" : key.substring(0, slash + 1);
      if (!key.startsWith(prefix) || (!after.isEmpty() && after.startsWith(folder + "\uFFFF"))) {
        continue;
      }
      if (!folder.isEmpty() && folders.contains(folder)) {
        last = key;
        continue;
      }
      if (count == limit) {
        xml.append("<IsTruncated>true</IsTruncated><NextContinuationToken>")
            .append(escaped(last))
            .append("</NextContinuationToken>");
        break;
      }
      count++;
      last = key;
      if (folder.isEmpty()) {
        xml.append(
            "<Contents><Key>%s</Key><Size>%d</Size><LastModified>%s</LastModified></Contents>"
                .formatted(escaped(key), objects.get(key).length, WRITTEN));
      } else {
        folders.add(folder);
        xml.append(
            "<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>".formatted(escaped(folder)));
      }
    }
    return xml.append("</ListBucketResult>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var query = new HashMap<String, String>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      query.put(
          pair.substring(0, Math.max(0, equals)),
          URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return query;
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
    }
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
