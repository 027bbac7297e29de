// Samples two-bar melodies with @magenta/music, as its users call it: a peer of diabolo.bench.Sampling.
// usage: node sampling.js FOLDER CHECKPOINT cpu|wasm MOST_SECONDS SIZE...
const fs = require('fs');
const http = require('http');
const path = require('path');

const [folder, checkpoint, backend, mostSeconds, ...sizes] = process.argv.slice(2);
const log = console.log;
console.log = console.warn = console.info = () => {}; // the library greets
const tf = require('@tensorflow/tfjs');
const { MusicVAE } = require('@magenta/music/node/music_vae');

// The checkpoint in the layout that the library loads; what is absent (of the encoder) is all zeros, and not used.
const manifest = JSON.parse(fs.readFileSync(path.join(checkpoint, 'manifest.json')));
const arrays = Object.entries(manifest);
const answers = {
    '/config.json': () => JSON.stringify({ type: 'MusicVAE', dataConverter: JSON.parse(fs.readFileSync(path.join(checkpoint, 'converter.json'))) }),
    '/weights_manifest.json': () => JSON.stringify([{
        paths: arrays.map(([, array]) => array.filename),
        weights: arrays.map(([name, array]) => ({ name, shape: array.shape, dtype: 'float32' })),
    }]),
};
for (const [, array] of arrays) {
    const file = path.join(checkpoint, array.filename);
    answers['/' + array.filename] = () =>
        fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(4 * array.shape.reduce((product, size) => product * size, 1));
}
const server = http.createServer((request, response) => response.end(answers[request.url]()));

function codes(size) {
    const bytes = fs.readFileSync(path.join(folder, 'codes.f32'));
    const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    return tf.tensor2d(all.slice(0, size * 256), [size, 256]);
}

async function tokens(model, z, temperature) {
    const cells = await model.decodeTensors(z, temperature); // [batch, steps, tokens]
    const chosen = tf.tidy(() => cells.argMax(2));
    const values = await chosen.data();
    tf.dispose([cells, chosen]);
    return Array.from(values);
}

async function repeat(work, millis) {
    const begun = process.hrtime.bigint();
    let times = 0;
    do {
        await work();
        times++;
    } while (Number(process.hrtime.bigint() - begun) / 1e6 < millis);
    return times;
}

async function main() {
    const fetch = globalThis.fetch;
    delete globalThis.fetch; // the WebAssembly backend of that age would fetch its own files with it, which Node refuses
    if (backend === 'wasm') require('@tensorflow/tfjs-backend-wasm');
    if (!(await tf.setBackend(backend))) throw new Error(`there is no backend ${backend}`);
    await tf.ready();
    globalThis.fetch = fetch;
    await new Promise(started => server.listen(0, '127.0.0.1', started));
    const model = new MusicVAE(`http://127.0.0.1:${server.address().port}`);
    await model.initialize();
    let each = 0;
    for (const size of sizes.map(Number)) {
        if (each * size > 1000 * mostSeconds) break; // would take too long
        const z = codes(size);
        // The WebAssembly backend has no multinomial: there the likeliest tokens are taken, which is less work.
        const work = () => (backend === 'wasm' ? tokens(model, z) : tokens(model, z, 1.0));
        if (each * size < 1000) await repeat(work, 700); // longer calls have warmed up before
        const processor = process.cpuUsage();
        const begun = process.hrtime.bigint();
        const times = await repeat(work, 500);
        const millis = Number(process.hrtime.bigint() - begun) / 1e6 / times;
        const used = process.cpuUsage(processor);
        each = millis / size;
        const check = size === 32 ? await tokens(model, z) : [];
        log(JSON.stringify({ size, millis, processorMillis: (used.user + used.system) / 1e3 / times, check }));
    }
}

main().then(() => process.exit(0), failure => {
    console.error(failure);
    process.exit(1);
});
