package dev.legato.rest.execution;

import dev.legato.rest.flow.LabelView;
import java.util.List;

/** Which executions get which labels. */
public record LabelChange(List<String> executionsId, List<LabelView> executionLabels) {}
