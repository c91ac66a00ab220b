package org.careunit.api.access;

import org.careunit.api.failure.Problem;
import org.careunit.api.failure.RefusedException;

/** Thrown if the actor may not do this; the message names the role that is missing. Nothing was changed. */
public class NotPermittedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    public NotPermittedException(Problem problem) {
        super(problem);
    }
}
