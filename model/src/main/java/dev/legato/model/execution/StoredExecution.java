package dev.legato.model.execution;

import java.util.List;

/** An execution with all its task runs, in the order of their creation. */
public record StoredExecution(ExecutionRecord execution, List<TaskRunRecord> taskRuns) {}
