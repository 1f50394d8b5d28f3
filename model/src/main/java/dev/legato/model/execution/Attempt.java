package dev.legato.model.execution;

/** One try at running a task; its number is its place in the task run's list, from 0. */
public record Attempt(StatusHistory<TaskRunStatus> history) {
  public TaskRunStatus status() {
    return history.current();
  }
}
