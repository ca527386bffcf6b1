/**
 * A Jetty as it is distributed, with the modules of Jakarta EE 10 that an application with this
 * library needs. Uses {@code server} and the JDK; archives come and go as they do for people, by a
 * file in the folder that Jetty watches.
 */
@NullMarked
package dev.vouchgate.it.jetty;

import org.jspecify.annotations.NullMarked;
