/** The resource of templates, which older flows share. Start at {@link TemplateRoutes}. */
@NullMarked
package dev.legato.rest.template;

import org.jspecify.annotations.NullMarked;
