package dev.legato.process.warm;

import dev.legato.process.tree.Mark;
import dev.legato.process.tree.RunningProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A started interpreter, seen from the server. What is said between them stands in zygote.py. */
final class Zygote implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Zygote.class);
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int SECONDS_TO_ANSWER = 20;
  private static final int KILLED = 137;

  private final Process process;
  private final Map<Long, Child> children = new ConcurrentHashMap<>();
  private final BlockingQueue<Child> spares = new LinkedBlockingQueue<>();

  /**
   * @param process that has just been started
   */
  Zygote(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().name("warm-python-" + process.pid()).start(this::listen);
  }

  /**
   * What to run.
   *
   * @param arguments the script and its own arguments
   * @param mark that the environment holds, too
   */
  record Script(
      List<String> arguments, Path directory, Map<String, String> environment, Mark mark) {}

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether none of its children runs a script. */
  boolean isIdle() {
    return children.values().stream().noneMatch(Child::isUsed);
  }

  RunningProgram start(Script script) throws IOException, InterruptedException {
    Child child = spare();
    boolean started = false;
    try {
      child.use(script.mark());
      say(
          Map.of(
              "go", child.number,
              "arguments", script.arguments(),
              "directory", script.directory().toString(),
              "environment", script.environment()));
      started = true;
      return child;
    } finally {
      if (!started) {
        close(); // nobody knows what it is doing
      }
    }
  }

  private Child spare() throws IOException, InterruptedException {
    Child spare = spares.poll(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
    if (spare == null || spare.equals(Child.NOBODY)) {
      close();
      spares.add(Child.NOBODY); // for others who wait
      throw new IOException("the interpreter does not answer");
    }
    return spare;
  }

  private void say(Map<String, ?> request) throws IOException {
    byte[] line = (JSON.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8);
    synchronized (process) {
      OutputStream out = process.getOutputStream();
      out.write(line);
      out.flush();
    }
  }

  private void listen() {
    try (var answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        hear(JSON.readValue(line, Answer.class));
      }
    } catch (IOException | JacksonException e) {
      log.atDebug().setCause(e).log("a warm interpreter cannot be heard any more");
    } finally {
      close();
      spares.add(Child.NOBODY);
      children.values().forEach(Child::lost);
      children.clear();
    }
  }

  /** What it says: that a child waits, or has ended. */
  record Answer(
      @Nullable Long spare,
      @Nullable Long ended,
      @Nullable Long pid,
      @Nullable String pipes,
      @Nullable Integer code) {}

  private void hear(Answer answer) {
    if (answer.spare() != null && answer.pid() != null && answer.pipes() != null) {
      Child child = new Child(answer.spare(), answer.pid(), answer.pipes());
      children.put(answer.spare(), child);
      spares.add(child);
    } else if (answer.ended() != null && answer.code() != null) {
      Child child = children.remove(answer.ended());
      if (child != null) {
        spares.remove(child);
        child.ended.complete(answer.code());
      }
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** A process that waits for a script, and then runs it. */
  private static final class Child implements RunningProgram {
    static final Child NOBODY = new Child(0, 0, "");

    private final long number;
    private final long pid;
    private final String pipes;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile Mark mark = new Mark("nobody");
    private volatile boolean used;
    private volatile InputStream output = InputStream.nullInputStream();
    private volatile InputStream errors = InputStream.nullInputStream();

    Child(long number, long pid, String pipes) {
      this.number = number;
      this.pid = pid;
      this.pipes = pipes;
    }

    /** Opens its pipes, which is possible as long as it waits. */
    void use(Mark by) throws IOException {
      mark = by;
      used = true;
      output = Files.newInputStream(Path.of(pipes + ".out"));
      errors = Files.newInputStream(Path.of(pipes + ".err"));
    }

    boolean isUsed() {
      return used;
    }

    void lost() {
      ended.complete(KILLED);
    }

    @Override
    public InputStream output() {
      return output;
    }

    @Override
    public InputStream errors() {
      return errors;
    }

    @Override
    public int await() throws InterruptedException {
      try {
        return ended.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("Expected an end, but got a failure", e);
      }
    }

    @Override
    public boolean isAlive() {
      return !ended.isDone();
    }

    @Override
    public long pid() {
      return pid;
    }

    @Override
    public Mark mark() {
      return mark;
    }
  }
}
