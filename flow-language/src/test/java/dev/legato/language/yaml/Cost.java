package dev.legato.language.yaml;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What running something cost this thread.
 *
 * @param cpu time on the processor; unlike wall time it does not grow with what else runs
 * @param bytes allocated
 */
public record Cost(Duration cpu, long bytes) {
  public static final long MIB = 1024 * 1024;

  /** Runs it once to load its classes, then twice; the cheaper run counts. */
  public static Cost of(Runnable action) {
    action.run();
    Cost first = measure(action);
    Cost second = measure(action);
    return first.cpu().compareTo(second.cpu()) <= 0 ? first : second;
  }

  private static Cost measure(Runnable action) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytesBefore = thread.getCurrentThreadAllocatedBytes();
    long nanosBefore = thread.getCurrentThreadCpuTime();
    action.run();
    Duration cpu = Duration.ofNanos(thread.getCurrentThreadCpuTime() - nanosBefore);
    return new Cost(cpu, thread.getCurrentThreadAllocatedBytes() - bytesBefore);
  }
}
