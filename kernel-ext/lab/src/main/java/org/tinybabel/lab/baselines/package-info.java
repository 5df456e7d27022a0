/**
 * What can be scored without knowing anything of the matter: the length of a name, the largest class, the commonest word, copying. A
 * measured score says something only beyond the strongest of these, computed with the same metric on the same questions.
 */
package org.tinybabel.lab.baselines;
