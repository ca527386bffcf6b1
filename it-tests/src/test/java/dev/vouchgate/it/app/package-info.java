/**
 * What the rooms beside this one share: an archive with classes of a test's own behind the gate,
 * calls to it, and beans and servlets in it that say who calls. Uses {@code sample}.
 */
@NullMarked
package dev.vouchgate.it.app;

import org.jspecify.annotations.NullMarked;
