package dev.legato.plugins.core;

import dev.legato.plugin.Logs;
import dev.legato.plugin.log.LogLine;
import dev.legato.plugin.log.LogPurge;
import dev.legato.plugin.log.LogQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Logs that a test makes up. */
public final class FakeLogs implements Logs {
  public final List<LogLine> lines = new ArrayList<>();
  public LogQuery query;
  public LogPurge purged;

  @Override
  public void read(LogQuery asked, Reader reader) throws IOException {
    query = asked;
    for (LogLine line : lines) {
      reader.read(line);
    }
  }

  @Override
  public long purge(LogPurge purge) {
    purged = purge;
    return 9;
  }
}
