package org.careunit.routes;

import org.careunit.operations.connection.ConnectionFault;

/**
 * Description of a fault for operators.
 *
 * @param what what is wrong, in a few words
 * @param advice what an operator does about it, in a few words
 * @param isLasting whether it stays until somebody mends it
 */
public record FaultText(String what, String advice, boolean isLasting) {

    /**
     * That of a connection's fault.
     *
     * @param pid the configuration whose keys the advice names
     */
    public static FaultText of(ConnectionFault fault, String pid) {
        return new FaultText(fault.what(), fault.advice() + " (" + pid + ")", fault.isLasting());
    }
}
