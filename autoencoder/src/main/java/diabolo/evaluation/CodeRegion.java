package diabolo.evaluation;

import static diabolo.note.Checks.require;

/**
 * The box that real codes fill: for each unit the lowest and the highest number that an example gives.
 *
 * <pre>{@code
 * CodeRegion region = CodeRegion.of(network.encode(frames));
 * region.outsideShare(randomCodes); // 0.97: nearly all of it was never seen by the decoder
 * }</pre>
 *
 * <p>The arrays are not copied.
 *
 * @param lowest for each unit
 * @param highest for each unit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CodeRegion(float[] lowest, float[] highest) {

    /**
     * The region of codes.
     *
     * @param codes [examples][codeSize], one or more
     */
    public static CodeRegion of(float[][] codes) {
        require(codes.length > 0, "a region needs at least one code, there was none");
        float[] lowest = codes[0].clone();
        float[] highest = codes[0].clone();
        for (float[] code : codes) {
            for (int unit = 0; unit < code.length; unit++) {
                lowest[unit] = Math.min(lowest[unit], code[unit]);
                highest[unit] = Math.max(highest[unit], code[unit]);
            }
        }
        return new CodeRegion(lowest, highest);
    }

    /** The share of all numbers of some codes outside their unit's range, 0 to 1. */
    public double outsideShare(float[][] codes) {
        long outside = 0;
        long all = 0;
        for (float[] code : codes) {
            for (int unit = 0; unit < code.length; unit++) {
                all++;
                outside += code[unit] < lowest[unit] || code[unit] > highest[unit] ? 1 : 0;
            }
        }
        return all == 0 ? 0 : (double) outside / all;
    }
}
