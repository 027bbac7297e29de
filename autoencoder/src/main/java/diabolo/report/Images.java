package diabolo.report;

import diabolo.image.GreyImages;

/** Training images and test images. */
public record Images(GreyImages training, GreyImages test) implements Material {}
