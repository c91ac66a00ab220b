package org.careunit.itests;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Regular expressions for the warnings and errors that this test provokes. Each must be found in a line of Karaf's log
 * by the end of the test, and allows every line in which it is found.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ExpectedLog {

    String[] value();
}
