/** A stand-in for a container's own MicroProfile JWT. */
@NullMarked
package io.smallrye.jwt.auth.mechanism;

import org.jspecify.annotations.NullMarked;
