/**
 * Tells the units' medical-record systems of their cases: which system a unit has and whether it passed its test message, what follows from
 * an event, and the jobs that send it, in the order of each case.
 */
package org.careunit.notifications.internal.recordsystem;
