package dev.legato.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log of the program itself: one line an event, on standard error. */
public final class Logging {
  private static final Logger ROOT = Logger.getLogger("");

  private Logging() {}

  /** Sends the log there, from {@code INFO} on. */
  public static void toStandardError() {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
    }
    var handler = new ConsoleHandler();
    handler.setFormatter(new OneLine());
    handler.setLevel(Level.ALL);
    ROOT.addHandler(handler);
    atLeast(Level.INFO);
    Logger.getLogger("org.eclipse.jetty").setLevel(Level.WARNING);
    Logger.getLogger("org.apache.parquet").setLevel(Level.WARNING);
  }

  /** Leaves out what matters less. */
  public static void atLeast(Level level) {
    ROOT.setLevel(level);
  }

  private static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord record) {
      var line = new StringWriter();
      var out = new PrintWriter(line);
      String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
      out.printf(
          Locale.ROOT,
          "%s %-7s %s: %s%n",
          Instant.ofEpochMilli(record.getMillis()).truncatedTo(ChronoUnit.MILLIS),
          record.getLevel().getName(),
          logger.substring(logger.lastIndexOf('.') + 1),
          formatMessage(record));
      if (record.getThrown() != null) {
        record.getThrown().printStackTrace(out);
      }
      return line.toString();
    }
  }
}
