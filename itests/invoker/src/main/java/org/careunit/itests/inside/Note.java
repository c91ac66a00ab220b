package org.careunit.itests.inside;

/** Something worth knowing beside a failure; rides on it as a suppressed exception, where every report prints it. */
public final class Note extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Note(String text) {
        super(text, null, false, false);
    }
}
