package dev.legato.rest.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose first request does not arrive in time, however busily the client sends
 * single bytes. Between requests the idle timeout does the same for a silent client.
 */
final class HeaderDeadline implements Connection.Listener {
  private final Supplier<Scheduler> scheduler;
  private final Duration deadline;

  HeaderDeadline(Supplier<Scheduler> scheduler, Duration deadline) {
    this.scheduler = scheduler;
    this.deadline = deadline;
  }

  @Override
  public void onOpened(Connection connection) {
    var _ =
        scheduler
            .get()
            .schedule(() -> closeIfSilent(connection), deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void closeIfSilent(Connection connection) {
    if (connection.getMessagesIn() == 0) {
      connection.getEndPoint().close();
    }
  }
}
