/**
 * Blueprints: finished flows and dashboards that people take as a start. They come with the
 * program; front door: {@link dev.legato.rest.blueprint.BlueprintRoutes}.
 */
@NullMarked
package dev.legato.rest.blueprint;

import org.jspecify.annotations.NullMarked;
