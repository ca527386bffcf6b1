package dev.vouchgate.mp.cdi;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.context.NormalScope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The scope of what is whoever calls: of a request's caller during a request, and still there where
 * the request's own context is not.
 *
 * <p>MicroProfile JWT 2.1 wants the token {@code @RequestScoped}. So it is, but for one thing:
 * outside of that context, on another thread of an asynchronous request or in a container's task,
 * it is the caller that the container knows there, or empty, where it would be a
 * ContextNotActiveException.
 */
@NormalScope
@Retention(RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
@interface CallerScoped {}
