package org.careunit.terms.internal.check;

import java.util.List;
import org.careunit.api.terms.TermsFinding;

/** One thing that the check looks for in each point. */
@FunctionalInterface
interface TextRule {

    /** What is found, in no order. */
    List<TermsFinding> find(Passage passage, CheckContext expected);
}
