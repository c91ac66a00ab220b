package org.careunit.operations;

import org.careunit.api.failure.ProblemCode;

/** What can be wrong with a configuration. */
public enum OperationsProblem implements ProblemCode {
    UNKNOWN_KEY(
            "operations.unknown-key",
            "{pid}: det finns ingen nyckel ”{key}”; nycklarna är {keys}",
            "{pid}: there is no key '{key}'; the keys are {keys}"),
    CONFIGURATION(
            "operations.configuration", "{pid}: {key} har ett värde som inte går att använda", "{pid}: {key} {what}");

    private final String code;
    private final String swedish;
    private final String english;

    OperationsProblem(String code, String swedish, String english) {
        this.code = code;
        this.swedish = swedish;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String swedish() {
        return swedish;
    }

    @Override
    public String english() {
        return english;
    }
}
