/**
 * What a server under test is, and what the processes of all of them share: loopback, free ports, a
 * temporary folder, and an end that comes with the parent's. Uses the JDK alone.
 */
@NullMarked
package dev.vouchgate.it.server;

import org.jspecify.annotations.NullMarked;
