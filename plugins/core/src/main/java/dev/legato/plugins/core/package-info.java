/** The tasks and triggers that come with Legato. */
@NullMarked
package dev.legato.plugins.core;

import org.jspecify.annotations.NullMarked;
