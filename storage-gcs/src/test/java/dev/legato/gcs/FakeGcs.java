package dev.legato.gcs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** As much of the JSON interface of Google Cloud Storage as a bucket needs, in memory. */
final class FakeGcs implements AutoCloseable {
  static final String BUCKET = "files";
  private static final Instant WRITTEN = Instant.parse("2026-05-04T12:00:00Z");
  private static final String LIST = "/storage/v1/b/" + BUCKET + "/o";
  private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]*)\"");

  private final NavigableMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  FakeGcs() throws IOException {
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
      String path = exchange.getRequestURI().getRawPath().replaceFirst("^/download", "");
      if (path.startsWith("/upload" + LIST)) {
        upload(exchange);
      } else if (path.equals(LIST)) {
        answer(exchange, 200, list(query(exchange)));
      } else if (path.startsWith(LIST + "/")) {
        object(exchange, path.substring(LIST.length() + 1));
      } else {
        missing(exchange);
      }
    }
  }

  /** Begins an upload with the object's name, or takes its content. */
  private void upload(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange);
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream sent = exchange.getRequestBody();
    byte[] body = (packed ? new GZIPInputStream(sent) : sent).readAllBytes();
    if (exchange.getRequestMethod().equals("POST")) {
      String name = query.get("name");
      Matcher named = NAME.matcher(new String(body, StandardCharsets.UTF_8));
      if (name == null && named.find()) {
        name = named.group(1);
      }
      if ("multipart".equals(query.get("uploadType"))) {
        objects.put(String.valueOf(name), content(exchange, body));
        answer(exchange, 200, described(String.valueOf(name)));
        return;
      }
      String session = "/upload" + LIST + "?upload_id=1&name=" + encoded(String.valueOf(name));
      exchange.getResponseHeaders().set("Location", endpoint() + session);
      answer(exchange, 200, "");
      return;
    }
    objects.put(String.valueOf(query.get("name")), body);
    answer(exchange, 200, described(String.valueOf(query.get("name"))));
  }

  /** The second part of two. */
  private static byte[] content(HttpExchange exchange, byte[] body) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    String boundary = type.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int part = text.indexOf("--" + boundary, 1);
    int from = text.indexOf("\r\n\r\n", part) + 4;
    int until = text.indexOf("\r\n--" + boundary, from - 2);
    return text.substring(from, Math.max(from, until)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private void object(HttpExchange exchange, String path) throws IOException {
    String[] parts = path.split("/rewriteTo/b/" + BUCKET + "/o/", -1);
    String key = decoded(parts[0]);
    byte[] content = objects.get(key);
    if (content == null) {
      missing(exchange);
    } else if (parts.length == 2) {
      objects.put(decoded(parts[1]), content);
      answer(
          exchange,
          200,
          "{\"done\":true,\"objectSize\":\"%d\",\"totalBytesRewritten\":\"%d\",\"resource\":%s}"
              .formatted(content.length, content.length, described(decoded(parts[1]))));
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      objects.remove(key);
      answer(exchange, 204, "");
    } else if ("media".equals(query(exchange).get("alt"))) {
      media(exchange, content);
    } else {
      answer(exchange, 200, described(key));
    }
  }

  private static void media(HttpExchange exchange, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("x-goog-generation", "1");
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      answer(exchange, 200, content);
      return;
    }
    String[] ends = range.substring("bytes=".length()).split("-", -1);
    int from = Integer.parseInt(ends[0]);
    if (from >= content.length) {
      answer(exchange, 416, "");
      return;
    }
    long last = ends[1].isEmpty() ? content.length - 1L : Long.parseLong(ends[1]);
    int until = (int) Math.min(content.length, last + 1);
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(from, until - 1, content.length));
    answer(exchange, 206, Arrays.copyOfRange(content, from, until));
  }

  private String described(String key) {
    return """
    {"kind":"storage#object","bucket":"%s","name":"%s","generation":"1","size":"%d","updated":"%s"}"""
        .formatted(
            BUCKET,
            key.replace("\\", "\\\\").replace("\"", "\\\""),
            objects.getOrDefault(key, new byte[0]).length,
            WRITTEN);
  }

  private String list(Map<String, String> query) {
    String prefix = query.getOrDefault("prefix", "");
    String delimiter = query.getOrDefault("delimiter", "");
    int limit = Integer.parseInt(query.getOrDefault("maxResults", "1000"));
    String after = query.getOrDefault("pageToken", "");
    var folders = new TreeSet<String>();
    List<String> items = new ArrayList<>();
    String last = "";
    String next = "";
    for (String key : objects.tailMap(after.isEmpty() ? prefix : after, after.isEmpty()).keySet()) {
      int slash = delimiter.isEmpty() ? -1 : key.indexOf('/', prefix.length());
      String folder = slash < 0 ? "" : key.substring(0, slash + 1);
      boolean isKnown = !folder.isEmpty() && (folders.contains(folder) || after.startsWith(folder));
      if (!key.startsWith(prefix) || isKnown) {
        last = key.startsWith(prefix) ? key : last;
        continue;
      }
      if (items.size() + folders.size() == limit) {
        next = last;
        break;
      }
      last = key;
      if (folder.isEmpty()) {
        items.add(described(key));
      } else {
        folders.add(folder);
      }
    }
    return "{\"items\":[%s],\"prefixes\":[%s]%s}"
        .formatted(
            String.join(",", items),
            String.join(",", folders.stream().map(folder -> "\"" + folder + "\"").toList()),
            next.isEmpty() ? "" : ",\"nextPageToken\":\"%s\"".formatted(next));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var query = new HashMap<String, String>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      query.put(pair.substring(0, Math.max(0, equals)), decoded(pair.substring(equals + 1)));
    }
    return query;
  }

  private static void missing(HttpExchange exchange) throws IOException {
    answer(exchange, 404, "{\"error\":{\"code\":404,\"message\":\"there is none\"}}");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
    answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
