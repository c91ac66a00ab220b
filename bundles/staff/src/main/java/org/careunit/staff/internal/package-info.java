/** */
package org.careunit.staff.internal;
