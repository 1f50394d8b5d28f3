package dev.legato.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.plugin.process.DockerRunner.PullPolicy;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees to it that an engine has an image. */
final class ImagePull {
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final DockerClient client;
  private final DockerRunner runner;
  private final TaskContext context;

  ImagePull(DockerClient client, DockerRunner runner, TaskContext context) {
    this.client = client;
    this.runner = runner;
    this.context = context;
  }

  /** Pulls the image when the policy says so; a registry in trouble is asked again. */
  void prepare(String image) throws TaskFailure, InterruptedException {
    if (runner.pullPolicy() == PullPolicy.NEVER
        || (runner.pullPolicy() == PullPolicy.IF_NOT_PRESENT && isPresent(image))) {
      return;
    }
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        pull(image);
        return;
      } catch (InternalServerErrorException e) {
        if (attempt == ATTEMPTS) {
          throw failure(image, e);
        }
        context
            .log()
            .warn("The image '%s' cannot be pulled yet: %s".formatted(image, e.getMessage()));
      } catch (DockerException e) {
        throw failure(image, e);
      }
      context.sleep(pause);
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
  }

  private static TaskFailure failure(String image, DockerException e) {
    return new TaskFailure(
        "The image '%s' cannot be pulled: %s".formatted(image, e.getMessage()), e);
  }

  private boolean isPresent(String image) {
    try {
      client.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException _) {
      return false;
    }
  }

  private void pull(String image) throws TaskFailure, InterruptedException {
    int colon = image.lastIndexOf(':');
    boolean hasTag = image.contains("@") || colon > image.lastIndexOf('/');
    PullImageCmd command = client.pullImageCmd(image);
    if (!hasTag) {
      command.withTag("latest"); // else the engine pulls all that there are
    }
    Optional<AuthConfig> credentials = new Registries(runner).credentials(image);
    credentials.ifPresent(command::withAuthConfig);
    Progress progress = command.exec(new Progress());
    progress.awaitCompletion();
    if (progress.error != null) {
      throw new TaskFailure("The image '%s' cannot be pulled: %s".formatted(image, progress.error));
    }
  }

  /** Waits for the last layer. */
  private static final class Progress extends ResultCallback.Adapter<PullResponseItem> {
    private volatile @Nullable String error;

    @Override
    public void onNext(PullResponseItem item) {
      if (item.getErrorDetail() != null) {
        error = item.getErrorDetail().getMessage();
      }
    }

    @Override
    public void onError(Throwable thrown) {
      if (error == null) {
        error = Engines.reason(thrown);
      }
      super.onError(thrown);
    }
  }
}
