/**
 * GlassFish and the server that descends from it, Payara Server, as they are distributed: a private
 * copy of the domain that they come with, started as their own command would, given archives
 * through the administration interface. Uses {@code server} and the JDK.
 */
@NullMarked
package dev.vouchgate.it.glassfish;

import org.jspecify.annotations.NullMarked;
