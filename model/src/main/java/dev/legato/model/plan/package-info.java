/** The flow as the engine walks it: shapes instead of types. Start at {@link Plan}. */
@NullMarked
package dev.legato.model.plan;

import org.jspecify.annotations.NullMarked;
