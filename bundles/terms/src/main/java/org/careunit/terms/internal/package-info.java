/** Terms: versions and inheritance, reading what holds, and the services over them. */
package org.careunit.terms.internal;
