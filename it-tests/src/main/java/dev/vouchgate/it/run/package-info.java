/**
 * What {@code mvn -Prun} starts: the sample on Payara Micro, in the foreground, with its demo
 * issuer. Uses {@code payara} and the JDK.
 */
@NullMarked
package dev.vouchgate.it.run;

import org.jspecify.annotations.NullMarked;
