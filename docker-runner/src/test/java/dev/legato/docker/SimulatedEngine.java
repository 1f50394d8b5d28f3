package dev.legato.docker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As much of a Docker engine as is talked to, over TCP; runs nothing. */
final class SimulatedEngine implements AutoCloseable {
  static final String CONTAINER = "c0ffee";

  final List<String> calls = new CopyOnWriteArrayList<>();
  final Map<String, String> files = new ConcurrentHashMap<>();
  final CountDownLatch running = new CountDownLatch(1);
  volatile JsonNode created;
  volatile boolean hasImage = true;
  volatile boolean endsByItself = true;
  volatile boolean hasEarlierContainer;
  final AtomicInteger failingPulls = new AtomicInteger();
  volatile int exitCode;
  volatile byte[] frames = new byte[0];
  volatile String registryAuth = "";

  /** What comes back in the folder, beside what was copied in. */
  final Map<String, String> results = new ConcurrentHashMap<>();

  private final CountDownLatch ended = new CountDownLatch(1);
  private final HttpServer server;

  SimulatedEngine() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String host() {
    return "tcp://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** A piece of a stream, as an engine sends it: 1 for output, 2 for errors. */
  static byte[] frame(int stream, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[8 + bytes.length];
    frame[0] = (byte) stream;
    for (int i = 0; i < 4; i++) {
      frame[4 + i] = (byte) (bytes.length >>> (24 - 8 * i));
    }
    System.arraycopy(bytes, 0, frame, 8, bytes.length);
    return frame;
  }

  static byte[] frames(byte[]... frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      all.writeBytes(frame);
    }
    return all.toByteArray();
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath().replaceFirst("^/v[0-9.]+", "");
    String name = call.getRequestMethod() + " " + path;
    calls.add(name);
    try (call) {
      switch (name) {
        case "GET /_ping" -> send(call, 200, "OK");
        case "GET /containers/json" ->
            send(call, 200, hasEarlierContainer ? "[{\"Id\":\"%s\"}]".formatted(CONTAINER) : "[]");
        case "POST /images/create" -> pull(call);
        case "POST /containers/create" -> {
          created = JsonMapper.shared().readTree(call.getRequestBody().readAllBytes());
          send(call, 201, "{\"Id\":\"%s\",\"Warnings\":[]}".formatted(CONTAINER));
        }
        case "PUT /containers/" + CONTAINER + "/archive" -> {
          unpack(call);
          send(call, 200, "");
        }
        case "GET /containers/" + CONTAINER + "/archive" -> pack(call);
        case "GET /containers/" + CONTAINER + "/logs" -> logs(call);
        case "POST /containers/" + CONTAINER + "/wait" -> {
          awaitEnd();
          send(call, 200, "{\"StatusCode\":%d}".formatted(exitCode));
        }
        case "POST /containers/" + CONTAINER + "/kill",
            "POST /containers/" + CONTAINER + "/stop" -> {
          exitCode = 137;
          ended.countDown();
          send(call, 204, null);
        }
        case "POST /containers/" + CONTAINER + "/start", "DELETE /containers/" + CONTAINER ->
            send(call, 204, null);
        default -> image(call, path);
      }
    }
  }

  private void image(HttpExchange call, String path) throws IOException {
    boolean known = path.startsWith("/images/") && hasImage;
    send(
        call,
        known ? 200 : 404,
        known ? "{\"Id\":\"sha256:1\"}" : "{\"message\":\"no such thing\"}");
  }

  private void pull(HttpExchange call) throws IOException {
    registryAuth = String.valueOf(call.getRequestHeaders().getFirst("X-Registry-Auth"));
    calls.add("PULL " + call.getRequestURI().getQuery());
    if (failingPulls.getAndDecrement() > 0) {
      send(call, 500, "{\"message\":\"registry in trouble\"}");
    } else {
      send(call, 200, "{\"status\":\"Pull complete\"}\n");
    }
  }

  private void logs(HttpExchange call) throws IOException {
    call.sendResponseHeaders(200, 0);
    try (OutputStream out = call.getResponseBody()) {
      out.write(frames);
      out.flush();
      running.countDown();
      awaitEnd();
    }
  }

  private void awaitEnd() {
    if (!endsByItself) {
      try {
        ended.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void unpack(HttpExchange call) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new ByteArrayInputStream(call.getRequestBody().readAllBytes()))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          files.put("/" + entry.getName(), new String(tar.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
  }

  private void pack(HttpExchange call) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(content)) {
      for (Map.Entry<String, String> file : results.entrySet()) {
        byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
        boolean link = file.getValue().startsWith("->");
        TarArchiveEntry entry =
            link
                ? new TarArchiveEntry(file.getKey(), TarArchiveEntry.LF_SYMLINK)
                : new TarArchiveEntry(file.getKey(), true);
        if (link) {
          entry.setLinkName(file.getValue().substring(2));
        } else {
          entry.setSize(bytes.length);
        }
        tar.putArchiveEntry(entry);
        if (!link) {
          tar.write(bytes);
        }
        tar.closeArchiveEntry();
      }
    }
    call.getResponseHeaders().set("X-Docker-Container-Path-Stat", "e30=");
    call.getResponseHeaders().set("Content-Type", "application/x-tar");
    call.sendResponseHeaders(200, content.size());
    call.getResponseBody().write(content.toByteArray());
  }

  private static void send(HttpExchange call, int status, String body) throws IOException {
    call.getRequestBody().readAllBytes();
    if (body == null || body.isEmpty()) {
      call.sendResponseHeaders(status, -1);
      return;
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
  }

  /** The calls of a kind, in order. */
  List<String> calls(String... beginnings) {
    List<String> found = new ArrayList<>();
    for (String call : calls) {
      for (String beginning : beginnings) {
        if (call.startsWith(beginning)) {
          found.add(call);
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    ended.countDown();
    server.stop(0);
  }
}
