/**
 * The other ends, each on its real protocol, with faults to switch on; started by tests and by the demo, outside Karaf.
 */
package org.careunit.itests.peers;
