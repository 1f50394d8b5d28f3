/**
 * What flows can be made of: installed types with their documentation and schemas. Start reading at
 * {@link PluginRoutes}.
 */
@NullMarked
package dev.legato.rest.plugin;

import org.jspecify.annotations.NullMarked;
