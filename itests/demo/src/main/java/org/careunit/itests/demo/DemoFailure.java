package org.careunit.itests.demo;

/** The demo cannot go on; the message is for whoever started it. */
final class DemoFailure extends Exception {

    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
