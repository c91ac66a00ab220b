package org.careunit.directory.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum DirectoryProblem implements ProblemCode {
    ATTRIBUTE(
            "directory.attribute",
            "”{text}” är inte rätt: ett attribut i HSA-schemat som läses här, =, dess namn där",
            "'{text}' is not: an attribute of the HSA schema that is read here, =, its name there");

    private final String code;
    private final String swedish;
    private final String english;

    DirectoryProblem(String code, String swedish, String english) {
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
