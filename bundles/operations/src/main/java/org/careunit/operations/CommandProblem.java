package org.careunit.operations;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum CommandProblem implements ProblemCode {
    ARGUMENT("command.argument", "Kommandot kan inte utföras som det är skrivet", "{text}");

    private final String code;
    private final String swedish;
    private final String english;

    CommandProblem(String code, String swedish, String english) {
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
