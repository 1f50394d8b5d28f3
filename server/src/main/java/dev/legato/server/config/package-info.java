/** Where the configuration comes from. Start at {@link ServerConfig}. */
@NullMarked
package dev.legato.server.config;

import org.jspecify.annotations.NullMarked;
