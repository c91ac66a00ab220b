package org.careunit.itests.example;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.careunit.api.failure.CareunitException;

/** Tries things one after the other and writes down what came of each. */
final class Steps {

    private final List<Step> done = new ArrayList<>();

    /** Does something that is allowed; its answer is what it returns. */
    void does(String what, Supplier<?> work) {
        try {
            done.add(new Step(what, String.valueOf(work.get()), true));
        } catch (CareunitException refused) {
            done.add(new Step(what, refused.getClass().getSimpleName() + ": " + refused.getMessage(), false));
        }
    }

    /** Tries something that is to be refused in that way; its answer is what the refusal says. */
    void isRefused(String what, Class<? extends CareunitException> how, Runnable work) {
        try {
            work.run();
            done.add(new Step(what, "DONE, and should not be", false));
        } catch (CareunitException refused) {
            done.add(new Step(what, refused.getMessage(), how.isInstance(refused)));
        }
    }

    /** Notes whether something is as it should be. */
    void check(String what, Object answer, boolean expected) {
        done.add(new Step(what, String.valueOf(answer), expected));
    }

    List<Step> done() {
        return List.copyOf(done);
    }
}
