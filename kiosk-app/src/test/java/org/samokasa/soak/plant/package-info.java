/** Ten bugs that stand in the doors between a lane, the hub and the world, to show that the judge finds each of them. */
package org.samokasa.soak.plant;
