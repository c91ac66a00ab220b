/**
 * Fakes of what stands around Careunit, for tests: a clock, the directory, gateways, a record system, an archive and
 * the host's services, each in memory and with faults to switch on. They need the API alone, so that the tests of
 * Careunit's own bundles use the same ones.
 */
package org.careunit.testkit.fakes;
