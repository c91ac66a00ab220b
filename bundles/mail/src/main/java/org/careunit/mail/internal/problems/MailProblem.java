package org.careunit.mail.internal.problems;

import org.careunit.api.failure.ProblemCode;

/** Why this bundle refuses something. */
public enum MailProblem implements ProblemCode {
    RETURN_ADDRESS(
            "mail.return-address",
            "En returadress med märke har högst {longest} tecken före {token}, och @ efter det",
            "A return address with a token has up to {longest} characters before {token}, and the @ " + "behind it");

    private final String code;
    private final String swedish;
    private final String english;

    MailProblem(String code, String swedish, String english) {
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
