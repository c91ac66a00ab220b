package org.careunit.operations;

import org.apache.felix.hc.api.Result;

/** Creates results of health checks with shared texts. */
public final class Health {

    /** The tag that all our checks carry, as the value of {@code HealthCheck.TAGS}. */
    public static final String TAG = "careunit";

    private Health() {}

    /** It works. */
    public static Result ok(String what) {
        return new Result(Result.Status.OK, what);
    }

    /** It works, and somebody should look at something; the message says what to do. */
    public static Result warn(String what) {
        return new Result(Result.Status.WARN, what);
    }

    /** It does not work now, and recovers by itself as soon as what the message names is available. */
    public static Result down(String what) {
        return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, what);
    }

    /** It does not work, and somebody must fix what the message names. */
    public static Result critical(String what) {
        return new Result(Result.Status.CRITICAL, what);
    }
}
