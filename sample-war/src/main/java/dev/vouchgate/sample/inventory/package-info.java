/**
 * Another service that the order service calls: the inventory. In the sample it is the same
 * archive, deployed once more with settings of its own.
 */
@NullMarked
package dev.vouchgate.sample.inventory;

import org.jspecify.annotations.NullMarked;
