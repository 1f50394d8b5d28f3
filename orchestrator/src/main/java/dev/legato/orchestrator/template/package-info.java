/**
 * The templates of this installation. Start at {@link dev.legato.orchestrator.template.Templates}.
 */
@NullMarked
package dev.legato.orchestrator.template;

import org.jspecify.annotations.NullMarked;
