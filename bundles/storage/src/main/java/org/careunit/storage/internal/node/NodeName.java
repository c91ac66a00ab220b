package org.careunit.storage.internal.node;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;

/** Name of this node where several share a database: the machine's name and a number of this start. */
public final class NodeName {

    private static final int LONGEST_HOST = 40;

    private NodeName() {}

    public static String random() {
        String number = Integer.toHexString(new SecureRandom().nextInt(0x1000000));
        String host = host();
        return host.substring(0, Math.min(host.length(), LONGEST_HOST)) + "-" + number;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "node";
        }
    }
}
