// Draws the land of the map of the countries: src/main/resources/explore/assets/land.svg, which is committed.
//
//   npm ci --prefix src/main/map && node src/main/map/land.mjs
//
// It is to be run again when the projection changes. The formula and its parameters are those of
// org.startupatlas.explore.svg.MapProjection, which places the points; MapProjectionTest compares the two.
// The coasts are those of Natural Earth at 1:110m, which are in the public domain. They have no borders.

import { readFileSync, writeFileSync } from 'node:fs';
import { feature } from 'topojson-client';

const WIDTH = 960;
const CENTRAL_MERIDIAN = 11.5;
const NORTH = 84;
const SOUTH = -57;

/** The coefficients of Equal Earth. */
const A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;

/** Coordinates are written in tenths of a unit. */
const TENTHS = 10;

const radians = degrees => degrees * Math.PI / 180;

function equalEarth(lambda, phi) {
    const theta = Math.asin(Math.sqrt(3) / 2 * Math.sin(phi));
    const square = theta * theta, sixth = square * square * square;
    return {
        x: 2 * Math.sqrt(3) * lambda * Math.cos(theta)
            / (3 * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square))),
        y: theta * (A1 + A2 * square + sixth * (A3 + A4 * square)),
    };
}

const scale = WIDTH / (2 * equalEarth(Math.PI, 0).x);
const top = equalEarth(0, radians(NORTH)).y;
const height = Math.ceil(scale * (top - equalEarth(0, radians(SOUTH)).y));

/** Degrees east of the central meridian, from -180 to 180. */
function fromCentre(lon) {
    const turned = lon - CENTRAL_MERIDIAN;
    return turned - 360 * Math.floor((turned + 180) / 360);
}

function project([lon, lat]) {
    const { x, y } = equalEarth(radians(fromCentre(lon)), radians(lat));
    return [Math.round(TENTHS * (WIDTH / 2 + scale * x)), Math.round(TENTHS * scale * (top - y))];
}

/** Antarctica is not drawn. */
const isDrawn = ring => ring.every(([, lat]) => lat > SOUTH);

/** A line from one edge of the drawing to the other would cross the whole map. */
function checkUndivided(ring) {
    for (let i = 1; i < ring.length; i++) {
        if (Math.abs(fromCentre(ring[i][0]) - fromCentre(ring[i - 1][0])) > 180) {
            throw new Error(`The edge of the drawing divides the land at ${ring[i]}; choose another central meridian.`);
        }
    }
}

/** The ring as steps from point to point, without points that rounding has made equal; empty if no area is left. */
function path(ring) {
    checkUndivided(ring);
    const points = ring.map(project).filter(([x, y], i, all) => i === 0 || x !== all[i - 1][0] || y !== all[i - 1][1]);
    points.pop();
    if (points.length < 3) {
        return '';
    }
    const steps = points.slice(1).map(([x, y], i) => pair(x - points[i][0], y - points[i][1]));
    return `M${pair(...points[0])}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

const pair = (x, y) => `${decimal(x)} ${decimal(y)}`;

const decimal = tenths => String(tenths / TENTHS).replace(/^(-?)0\./, '$1.');

const source = new URL(import.meta.resolve('world-atlas/land-110m.json'));
const world = JSON.parse(readFileSync(source, 'utf8'));
const d = feature(world, world.objects.land).features
    .flatMap(({ geometry }) => geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
    .flat()
    .filter(isDrawn)
    .map(path)
    .join('');

writeFileSync(
    new URL('../resources/explore/assets/land.svg', import.meta.url),
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}"><path id="land" d="${d}"/></svg>\n`);
