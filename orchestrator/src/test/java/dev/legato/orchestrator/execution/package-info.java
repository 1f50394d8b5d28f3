/** Tests of how the engine's expressions are evaluated. */
@NullMarked
package dev.legato.orchestrator.execution;

import org.jspecify.annotations.NullMarked;
