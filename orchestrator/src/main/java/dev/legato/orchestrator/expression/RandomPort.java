package dev.legato.orchestrator.expression;

import dev.legato.language.expression.function.ExternalFunctions;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** {@code randomPort()}: a port of this machine that nobody listened on a moment ago. */
final class RandomPort {
  private RandomPort() {}

  static ExpressionFunction function() {
    return OutsideFunction.of(ExternalFunctions.RANDOM_PORT, RandomPort::find);
  }

  private static long find(Call call) {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw call.fail("found no free port");
    }
  }
}
