/**
 * One Payara Micro as a child process: bound to loopback, given archives one after another, gone
 * when its parent is. Uses the JDK and the boot classes of {@code payara-micro.jar}, nothing else
 * of this build.
 */
@NullMarked
package dev.vouchgate.it.payara;

import org.jspecify.annotations.NullMarked;
