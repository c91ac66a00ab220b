package org.careunit.operations.connection;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host as a configuration names it, with a port where one is written behind it.
 *
 * @param name a host name or an address; an IPv6 one without brackets; never null
 * @param port empty for the usual one; never null
 */
public record Host(String name, Optional<Integer> port) {

    private static final Pattern FORM = Pattern.compile(
            "(?:\\[([0-9A-Fa-f:.]{2,45})]|([0-9A-Fa-f]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)|([A-Za-z0-9_.-]{1,253}))"
                    + "(?::([0-9]{1,5}))?");
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern IPV6_LOOPBACK = Pattern.compile("(?:0{1,4}:){7}0{0,3}1|::0{0,3}1");

    /**
     * Reads {@code ek.example.org}, {@code 127.0.0.1:389}, {@code ::1} or {@code [::1]:389}; empty if it has another
     * form.
     */
    public static Optional<Host> of(String written) {
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<Integer> port = Optional.ofNullable(form.group(4)).map(Integer::valueOf);
        if (port.filter(number -> number < 1 || number > 65_535).isPresent()) {
            return Optional.empty();
        }
        String name = form.group(1) != null ? form.group(1) : form.group(2) != null ? form.group(2) : form.group(3);
        return Optional.of(new Host(name, port));
    }

    /**
     * Whether it is this machine: a literal loopback address. A name is not, even if it leads to one now: who answers
     * for names decides where it leads next.
     */
    public boolean isThisMachine() {
        return IPV4_LOOPBACK.matcher(name).matches()
                || IPV6_LOOPBACK.matcher(name).matches();
    }

    /** With brackets where an IPv6 address needs them. */
    @Override
    public String toString() {
        return (name.contains(":") ? "[" + name + "]" : name)
                + port.map(number -> ":" + number).orElse("");
    }
}
