package org.careunit.itests.peers;

import com.unboundid.ldap.sdk.Entry;
import java.util.function.Consumer;

/** Builder of an entry of the {@link DirectoryPeer directory}; {@link #add()} adds it. */
public final class DirectoryEntry {

    private final Entry entry;
    private final Consumer<Entry> directory;

    DirectoryEntry(Entry entry, Consumer<Entry> directory) {
        this.entry = entry;
        this.directory = directory;
    }

    /** Gives an attribute more values. What is wrong in the eyes of its syntax is taken all the same. */
    public DirectoryEntry with(String attribute, String... values) {
        entry.addAttribute(attribute, values);
        return this;
    }

    /** Gives an attribute a value that need not be UTF-8. */
    public DirectoryEntry with(String attribute, byte[] value) {
        entry.addAttribute(attribute, value);
        return this;
    }

    /** Takes an attribute out again, with whatever options. */
    public DirectoryEntry without(String attribute) {
        entry.removeAttribute(attribute);
        return this;
    }

    /** Has the directory answer with it from now on. */
    public void add() {
        directory.accept(entry);
    }
}
