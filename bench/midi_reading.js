// Reads MIDI files into notes with @tonejs/midi: a peer of diabolo.bench.MidiReading.
const fs = require('fs');
const { Midi } = require('@tonejs/midi');

const [listing, ...sizes] = process.argv.slice(2);
const files = fs.readFileSync(listing, 'utf8').trim().split('\n').map(path => fs.readFileSync(path));

function countNotes(some) {
    return some.reduce((notes, file) => notes + new Midi(file).tracks.reduce((sum, track) => sum + track.notes.length, 0), 0);
}

function repeat(work, millis) {
    const begun = process.hrtime.bigint();
    let times = 0;
    do {
        work();
        times++;
    } while (Number(process.hrtime.bigint() - begun) / 1e6 < millis);
    return times;
}

repeat(() => countNotes(files.slice(0, Number(sizes[0]))), 1500);
for (const size of sizes.map(Number)) {
    const some = files.slice(0, size);
    const work = () => countNotes(some);
    repeat(work, 300);
    const processor = process.cpuUsage();
    const begun = process.hrtime.bigint();
    const times = repeat(work, 500);
    const millis = Number(process.hrtime.bigint() - begun) / 1e6 / times;
    const used = process.cpuUsage(processor);
    console.log(JSON.stringify({ size, millis, processorMillis: (used.user + used.system) / 1e3 / times, check: [countNotes(some)] }));
}
