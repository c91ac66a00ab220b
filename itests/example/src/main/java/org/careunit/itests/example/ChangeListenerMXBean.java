package org.careunit.itests.example;

import java.util.List;

/** What the example has heard of changes, for whoever calls from outside the container. */
public interface ChangeListenerMXBean {

    /** Each notice that came, once, as {@code kind|level|id|key}, in alphabetical order. */
    List<String> noticed();
}
