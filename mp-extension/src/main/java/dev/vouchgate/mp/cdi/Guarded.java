package dev.vouchgate.mp.cdi;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Put by {@link MpJwtExtension} on every bean's method that is not for everybody. */
@InterceptorBinding
@Retention(RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Guarded {

  /** The annotation as a value. */
  final class Literal extends AnnotationLiteral<Guarded> implements Guarded {
    private static final long serialVersionUID = 1L;

    /** The only one. */
    static final Literal INSTANCE = new Literal();

    private Literal() {}
  }
}
