/** Terms: versions, inheritance, the terms in force, and the services for them. */
package org.careunit.terms.internal;
