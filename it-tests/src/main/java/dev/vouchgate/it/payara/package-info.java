/**
 * One Payara Micro as a child process: bound to loopback, given archives one after another, gone
 * when its parent is. Uses {@code server}, the JDK and the boot classes of {@code
 * payara-micro.jar}.
 */
@NullMarked
package dev.vouchgate.it.payara;

import org.jspecify.annotations.NullMarked;
