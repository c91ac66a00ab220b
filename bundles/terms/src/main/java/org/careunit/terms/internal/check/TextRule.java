package org.careunit.terms.internal.check;

import java.util.List;
import org.careunit.api.terms.TermsFinding;

/** A rule of the check, applied to each point. */
@FunctionalInterface
interface TextRule {

    /** The findings, in no particular order. */
    List<TermsFinding> find(Passage passage, CheckContext expected);
}
