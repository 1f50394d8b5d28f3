package dev.legato.rest.limit;

import dev.legato.model.flow.FlowId;
import dev.legato.rest.http.Scope;

/**
 * A flow that limits how many of its executions run at once.
 *
 * @param running how many places are taken
 * @param limit how many places there are
 */
record LimitView(String tenantId, String namespace, String flowId, int running, int limit) {
  static LimitView of(FlowId flow, int running, int limit) {
    return new LimitView(Scope.MAIN_TENANT, flow.namespace(), flow.id(), running, limit);
  }
}
