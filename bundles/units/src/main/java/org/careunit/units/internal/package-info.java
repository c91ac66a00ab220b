/** */
package org.careunit.units.internal;
