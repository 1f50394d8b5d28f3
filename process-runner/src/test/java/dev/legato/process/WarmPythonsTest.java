package dev.legato.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugin.process.ProcessRunner;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.Program.Kind;
import dev.legato.plugin.process.ProgramEnd;
import dev.legato.testkit.task.RecordingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A script cannot tell whether its interpreter was started for it. */
@Timeout(60)
class WarmPythonsTest {
  @TempDir Path folder;

  /** What is seen of a script from outside. */
  private record Outcome(int code, List<String> lines, Map<String, String> files) {}

  static Stream<Arguments> scripts() {
    return Stream.of(
        Arguments.of("a line", "print('hello')"),
        Arguments.of("a file that is not closed", "f = open('out', 'w'); f.write('kept')"),
        Arguments.of(
            "a file that is not closed within a circle",
            "class A: pass\na = A(); a.me = a; a.f = open('out', 'w'); a.f.write('kept')"),
        Arguments.of(
            "a file that a module holds",
            "import json; json.mine = open('out', 'w'); json.mine.write('kept')"),
        Arguments.of(
            "an end of an object", "class A:\n  def __del__(self): print('gone')\na = A()"),
        Arguments.of("an exit function", "import atexit; atexit.register(print, 'at the end')"),
        Arguments.of(
            "an exit function that fails", "import atexit; atexit.register(lambda: 1 / 0)"),
        Arguments.of(
            "a thread that goes on",
            "import threading, time\ndef late():\n  time.sleep(0.1); print('late')\n"
                + "threading.Thread(target=late).start(); print('early')"),
        Arguments.of(
            "a thread that need not end",
            "import threading, time\nthreading.Thread(target=time.sleep, args=(50,), daemon=True).start()"),
        Arguments.of("a code", "import sys; sys.exit(3)"),
        Arguments.of("a code of none", "import sys; print('x', end=''); sys.exit()"),
        Arguments.of(
            "a code of zero", "import sys; f = open('out', 'w'); f.write('k'); sys.exit(0)"),
        Arguments.of("a text as code", "import sys; sys.exit('no such table')"),
        Arguments.of("an error", "def f():\n  raise ValueError('bad')\nf()"),
        Arguments.of("an error of syntax", "def f(:\n  pass"),
        Arguments.of("an output that was closed", "import sys; print('x'); sys.stdout.close()"),
        Arguments.of("no output at all", "import sys; sys.stdout = None"),
        Arguments.of("an end by force", "import os; print('x', flush=True); os._exit(5)"),
        Arguments.of("a signal", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"),
        Arguments.of(
            "native code with a buffer of its own",
            "import ctypes; ctypes.CDLL(None).printf(b'from C\\n')"),
        Arguments.of(
            "a log file",
            "import logging; logging.basicConfig(filename='out', format='%(message)s'); logging.warning('w')"),
        Arguments.of(
            "a folder that goes in the end",
            "import tempfile; d = tempfile.TemporaryDirectory(dir='.'); open(d.name + '/x', 'w').close()"),
        Arguments.of("a program", "import subprocess; subprocess.run(['echo', 'from a child'])"),
        Arguments.of(
            "a process of its own",
            "import os\nif os.fork() == 0:\n  print('child')\nelse:\n  os.wait(); print('parent')"),
        Arguments.of(
            "its surroundings",
            "import os, sys\nprint(sys.argv[1:], os.getcwd() == os.path.dirname(os.path.abspath(__file__)),"
                + " __name__, os.environ.get('OWN'), os.getsid(0) == os.getpid(), sys.stdin.read())"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void aScriptEndsAsInAFreshInterpreter(String name, String script) throws Exception {
    Outcome fresh = run(false, script);

    assertThat(run(true, script)).isEqualTo(fresh);
  }

  @Test
  void manyScriptsAtOnceDoNotMeet() throws Exception {
    try (var programs = programs(true);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var runs = new ArrayList<Callable<ProgramEnd>>();
      for (int i = 0; i < 60; i++) {
        Program program = program(folder, "import os; print('::{\"outputs\": {\"n\": %d}}::')", i);
        runs.add(() -> programs.run(program, new ProcessRunner(), new RecordingContext()));
      }

      List<Future<ProgramEnd>> ends = threads.invokeAll(runs);

      for (int i = 0; i < ends.size(); i++) {
        assertThat(ends.get(i).get().vars()).isEqualTo(Map.of("n", i));
        assertThat(ends.get(i).get().exitCode()).isZero();
      }
    }
  }

  private Outcome run(boolean warm, String script) throws Exception {
    Path own = Files.createDirectories(folder.resolve("work"));
    var context = new RecordingContext();
    try (var programs = programs(warm)) {
      ProgramEnd end = programs.run(program(own, script, 0), new ProcessRunner(), context);
      Files.delete(own.resolve("script-0.py"));
      List<String> lines =
          context.lines.stream().map(line -> line.replaceAll("0x\\w+", "0x…")).sorted().toList();
      return new Outcome(end.exitCode(), lines, emptied(own));
    }
  }

  private LocalPrograms programs(boolean warm) {
    ProcessConfig usual =
        ProcessConfig.in(
            folder.resolve("programs"),
            "warm-test-" + ProcessHandle.current().pid() + folder.getFileName(),
            warm ? "warm-life" : "cold-life",
            System.getenv());
    return new LocalPrograms(
        new ProcessConfig(
            usual.folder(),
            usual.installation(),
            usual.life(),
            usual.serverVariables(),
            List.of(),
            usual.interpreters(),
            usual.defaultPlace(),
            usual.maxProcesses(),
            usual.killGrace(),
            warm,
            usual.output(),
            usual.packages()),
        Containers.NONE);
  }

  private static Program program(Path folder, String script, int number) throws Exception {
    Path file = folder.resolve("script-" + number + ".py");
    Files.writeString(file, script.replace("%d", String.valueOf(number)));
    return new Program(
        List.of("/usr/bin/python3", file.toString(), "argument"),
        folder,
        Map.of("OWN", "mine"),
        null,
        List.of(),
        Kind.PYTHON_SCRIPT,
        false);
  }

  /** What lies in the folder, which is empty afterwards. */
  private static Map<String, String> emptied(Path folder) throws Exception {
    var files = new TreeMap<String, String>();
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        files.put(
            file.getFileName().toString(), Files.isDirectory(file) ? "" : Files.readString(file));
        Files.delete(file);
      }
    }
    return files;
  }
}
