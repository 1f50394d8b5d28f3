/**
 * The source of a flow into the flow and its plan. Start at {@link
 * dev.legato.language.flow.FlowParser}.
 */
@NullMarked
package dev.legato.language.flow;

import org.jspecify.annotations.NullMarked;
