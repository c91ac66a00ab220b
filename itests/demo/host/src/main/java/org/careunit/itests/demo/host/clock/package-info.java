/**
 * The clock that the demo moves. Careunit goes by its database's time and has no setting for another; so the demo
 * changes the class that reads it while the container loads it. Nothing of this is in Careunit itself.
 */
package org.careunit.itests.demo.host.clock;
