package dev.legato.process.tree;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Signals to process groups, which the JDK cannot send. */
final class Signals {
  static final int EXISTS = 0;
  static final int KILL = 9;
  static final int TERM = 15;

  @SuppressWarnings("restricted") // kill(2) has two numbers and no memory
  private static final MethodHandle SEND =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private Signals() {}

  /** Sends to all processes of a group; false when there is none. */
  static boolean toGroup(long leader, int signal) {
    return send(Math.negateExact(Math.toIntExact(leader)), signal);
  }

  /** Sends to a process; false when it is gone. */
  static boolean toProcess(long pid, int signal) {
    return send(Math.toIntExact(pid), signal);
  }

  private static boolean send(int target, int signal) {
    if (target >= -1 && target <= 1) {
      throw new IllegalArgumentException("Expected a process or a group, but is " + target);
    }
    try {
      return (int) SEND.invokeExact(target, signal) == 0;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Expected a signal to be sent, but failed", e);
    }
  }
}
