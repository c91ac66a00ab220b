package org.careunit.api.identity;

/** Texts as they may stand in an error: short, so that a wrong paste does not fill the log. */
final class Texts {

    private static final int SHOWN = 40;

    private Texts() {}

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
