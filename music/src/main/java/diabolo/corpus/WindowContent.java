package diabolo.corpus;

import java.util.BitSet;

/** What a window holds, as small as it can be kept; equal when the cells are. */
sealed interface WindowContent permits RollContent, TokenContent {

    /** How many cells, active or not. */
    int length();

    /** The active cells; a copy, or not to be changed. */
    BitSet active();

    int activeCells();

    boolean isSilent();
}
