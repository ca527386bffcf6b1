/**
 * A Tomcat as it is distributed, with its stock configuration. Uses {@code server} and the JDK;
 * archives come and go through the distribution's own manager application, so that one server takes
 * them all.
 */
@NullMarked
package dev.vouchgate.it.tomcat;

import org.jspecify.annotations.NullMarked;
