package dev.legato.rest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Writes server-sent events. Used by one thread; writing waits for slow clients. */
public final class EventWriter {
  private static final byte[] HEARTBEAT = ": \n\n".getBytes(StandardCharsets.UTF_8);

  private final OutputStream out;
  private final Json json;
  private final Duration heartbeat;

  EventWriter(OutputStream out, Json json, Duration heartbeat) {
    this.out = out;
    this.json = json;
    this.heartbeat = heartbeat;
  }

  /** Sends one event whose name, as clients of this interface expect, is in {@code id}. */
  public void send(String id, Object data) throws IOException {
    var frame = new ByteArrayOutputStream(512);
    frame.writeBytes(("id: " + id + "\ndata: ").getBytes(StandardCharsets.UTF_8));
    json.write(frame, data);
    frame.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
    frame.writeTo(out);
    out.flush();
  }

  /** Sends a comment: keeps the connection and finds out whether the client is still there. */
  public void sendHeartbeat() throws IOException {
    out.write(HEARTBEAT);
    out.flush();
  }

  /** How long nothing may be sent before a heartbeat is due. */
  public Duration heartbeat() {
    return heartbeat;
  }
}
