/**
 * YAML and expressions into the model, with line and column in every complaint. Start at {@link
 * dev.legato.language.flow.FlowParser}.
 */
@NullMarked
package dev.legato.language;

import org.jspecify.annotations.NullMarked;
