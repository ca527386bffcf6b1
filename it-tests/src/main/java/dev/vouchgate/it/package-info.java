/** What the launchers share. Uses the JDK alone. */
@NullMarked
package dev.vouchgate.it;

import org.jspecify.annotations.NullMarked;
