/**
 * The web application: files of the class path that browsers load. Start reading at {@link
 * dev.legato.rest.site.SiteHandler}.
 */
@NullMarked
package dev.legato.rest.site;

import org.jspecify.annotations.NullMarked;
