/** Tests of what the core plugin says about itself. */
@NullMarked
package dev.legato.plugins.core;

import org.jspecify.annotations.NullMarked;
