/**
 * Tests of what a host module implements for Careunit. A module's own test extends the one of its service, says how the
 * service is made and how what it needs is taken away, and inherits the tests.
 *
 * <p>Known cases are about {@link org.careunit.testkit.fakes.Canary#PERSON}, who is then looked for where no person may
 * be.
 */
package org.careunit.testkit.contracts;
