package dev.legato.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import com.github.dockerjava.api.model.WaitResponse;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.process.output.ProgramOutput;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A container from its start to its removal. */
final class ContainerRun implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ContainerRun.class);
  private static final int SECONDS_FOR_LAST_LINES = 30;

  private final DockerClient client;
  private final String id;
  private final DockerRunner runner;
  private boolean left;

  ContainerRun(DockerClient client, String id, DockerRunner runner) {
    this.client = client;
    this.id = id;
    this.runner = runner;
  }

  void start() {
    client.startContainerCmd(id).exec();
  }

  /** Lets the container go on without anybody. */
  void leave() {
    left = true;
  }

  /** Reads what the program writes until it has ended; returns its exit code. */
  int await(ProgramOutput output) throws IOException, InterruptedException {
    try (Lines lines = new Lines(output);
        End end = new End()) {
      client
          .logContainerCmd(id)
          .withFollowStream(true)
          .withStdOut(true)
          .withStdErr(true)
          .exec(lines);
      client.waitContainerCmd(id).exec(end);
      end.awaitCompletion();
      lines.awaitCompletion(SECONDS_FOR_LAST_LINES, TimeUnit.SECONDS);
      lines.end();
      return end.code;
    } catch (InterruptedException e) {
      stop();
      throw e;
    }
  }

  private void stop() {
    boolean interrupted = Thread.interrupted(); // else the engine could not be told
    try {
      if (runner.killGracePeriod().isPositive()) {
        int seconds = (int) Math.max(1, runner.killGracePeriod().toSeconds());
        client.stopContainerCmd(id).withTimeout(seconds).exec();
      } else {
        client.killContainerCmd(id).exec();
      }
    } catch (ConflictException | NotFoundException e) {
      log.atDebug().setCause(e).log("a container has ended before it was killed");
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    if (left || !runner.delete()) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (DockerException e) {
      log.atWarn().addKeyValue("container", id).setCause(e).log("a container cannot be removed");
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Frames of both streams. */
  private static final class Lines extends ResultCallback.Adapter<Frame> {
    private final ProgramOutput.Portions output;
    private final ProgramOutput.Portions errors;

    Lines(ProgramOutput output) {
      this.output = output.stream(false);
      this.errors = output.stream(true);
    }

    @Override
    public synchronized void onNext(Frame frame) {
      ProgramOutput.Portions stream = frame.getStreamType() == StreamType.STDERR ? errors : output;
      stream.take(frame.getPayload(), 0, frame.getPayload().length);
    }

    synchronized void end() {
      output.end();
      errors.end();
    }
  }

  /** The exit code. */
  private static final class End extends ResultCallback.Adapter<WaitResponse> {
    private volatile int code = -1;

    @Override
    public void onNext(WaitResponse response) {
      code = response.getStatusCode();
    }
  }
}
