/**
 * An in-memory Careunit for unit tests of host modules: all of its services on a database in memory, without OSGi, with
 * fakes of what stands around it and a clock that tests move.
 */
package org.careunit.testkit;
