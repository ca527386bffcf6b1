/**
 * What single servers do in a way of their own, a class each, and which APIs a server has.
 *
 * <p>Servers are asked by name or by reflection: none of their classes is linked to.
 */
@NullMarked
package dev.vouchgate.mp.server;

import org.jspecify.annotations.NullMarked;
