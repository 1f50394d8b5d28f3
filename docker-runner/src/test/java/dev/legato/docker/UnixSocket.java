package dev.legato.docker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A socket file that leads to a port of this machine. */
final class UnixSocket implements AutoCloseable {
  private final Path file;
  private final int port;
  private final ServerSocketChannel server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  UnixSocket(Path file, int port) throws IOException {
    this.file = file;
    this.port = port;
    this.server =
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
            .bind(UnixDomainSocketAddress.of(file));
    threads.execute(this::accept);
  }

  String host() {
    return "unix://" + file;
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel caller = server.accept();
        SocketChannel engine =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        threads.execute(() -> carry(caller, engine));
        threads.execute(() -> carry(engine, caller));
      }
    } catch (AsynchronousCloseException _) {
      // that was all
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until one of them has nothing more to say. */
  private static void carry(SocketChannel from, SocketChannel to) {
    ByteBuffer bytes = ByteBuffer.allocate(8 << 10);
    try (from;
        to) {
      while (from.read(bytes) >= 0) {
        bytes.flip();
        while (bytes.hasRemaining()) {
          to.write(bytes);
        }
        bytes.clear();
      }
    } catch (IOException _) {
      // the other direction has ended
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
