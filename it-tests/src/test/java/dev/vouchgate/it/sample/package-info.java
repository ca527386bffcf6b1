/** The sample application in a real Payara Micro: every endpoint for every kind of caller. */
@NullMarked
package dev.vouchgate.it.sample;

import org.jspecify.annotations.NullMarked;
