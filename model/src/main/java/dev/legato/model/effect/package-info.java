/** What the outside world must do once a decision is durable. Start at {@link Effect}. */
@NullMarked
package dev.legato.model.effect;

import org.jspecify.annotations.NullMarked;
