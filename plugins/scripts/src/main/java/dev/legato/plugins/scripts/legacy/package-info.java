/** Script tasks as flows of 2023 write them. */
@NullMarked
package dev.legato.plugins.scripts.legacy;

import org.jspecify.annotations.NullMarked;
