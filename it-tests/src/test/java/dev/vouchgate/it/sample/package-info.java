/**
 * The sample application in a real server, whichever is under test: every endpoint for every kind
 * of caller.
 */
@NullMarked
package dev.vouchgate.it.sample;

import org.jspecify.annotations.NullMarked;
