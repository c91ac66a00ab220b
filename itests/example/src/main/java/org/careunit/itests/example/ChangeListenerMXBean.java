package org.careunit.itests.example;

import java.util.List;

/** The change notices that the example has received, over JMX. */
public interface ChangeListenerMXBean {

    /** Each notice that came, once, as {@code kind|level|id|key}, in alphabetical order. */
    List<String> noticed();
}
