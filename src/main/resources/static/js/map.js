// A map of the city, loaded only by whoever asks for it. It needs no map server: coast and names of towns come from this
// house; tiles of a server lie on top where the city has one.
const CENTRE = [20.87, 106.62];
const NAMED = 10; // from here on there is room for the names of towns
const WHOLE = [[19.9, 105.7], [21.6, 108.1]];

const loaded = (name, attributes) => new Promise((resolve, reject) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.addEventListener('load', resolve);
  element.addEventListener('error', () => {
    element.remove(); // so that it can be tried again
    reject(new Error(attributes.src || attributes.href));
  });
  document.head.append(element);
});

const escaped = text => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt(0)};`);
const once = (selector, load) => (document.querySelector(selector) ? Promise.resolve() : load());

/** @param box says in its data-attributes where everything is and what it is called */
export async function openMap(box) {
  const words = box.dataset;
  const [towns] = await Promise.all([
    fetch(words.base).then(answer => (answer.ok ? answer.json() : Promise.reject(new Error(words.base)))),
    window.L ? null : loaded('script', { src: words.leaflet + 'leaflet.js' }),
    once('link[href$="leaflet.css"]', () => loaded('link', { rel: 'stylesheet', href: words.leaflet + 'leaflet.css' })),
    once('link[href$="map.css"]', () => loaded('link', { rel: 'stylesheet', href: words.sheet })),
  ]);
  box.hidden = false;
  const { L } = window;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(box, {
    zoomControl: false,
    minZoom: 8,
    scrollWheelZoom: false, // until somebody is on the map: whoever scrolls the page wants to go on
    maxZoom: words.tiles ? 19 : 16,
    maxBounds: WHOLE,
    maxBoundsViscosity: 1,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  });
  map.attributionControl.setPrefix('<a href="https://leafletjs.com">Leaflet</a>');
  L.control.zoom({ zoomInTitle: words.nearer, zoomOutTitle: words.farther }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  L.geoJSON(towns.features.filter(one => one.properties.kind === 'sea'), {
    interactive: false,
    style: { className: 'sea', stroke: false, fillOpacity: 1 },
    attribution: words.sources,
  }).addTo(map);
  const names = L.layerGroup(towns.features.filter(one => one.geometry.type === 'Point').map(name(L))).addTo(map);
  if (words.tiles) {
    L.tileLayer(words.tiles, {
      maxZoom: 19,
      attribution: escaped(words.attribution || ''),
      referrerPolicy: 'strict-origin', // servers want to know who shows their maps; nobody needs to know which page
    }).on('tileload', () => names.remove()).addTo(map); // the tiles have names of their own
  }
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  const far = () => box.classList.toggle('far', map.getZoom() < NAMED);
  map.on('zoomend', far);
  map.setView(CENTRE, NAMED, { animate: false });
  far();
  return { L, map, towns: towns.features.filter(one => ['city', 'town'].includes(one.properties.kind)) };
}

/** A town as people call it. */
export const called = ({ name, district }) => (district ? `${name} (${district})` : name);

const name = L => ({ properties, geometry: { coordinates: [lon, lat] } }) => L.marker([lat, lon], {
  interactive: false,
  keyboard: false,
  icon: L.divIcon({ className: 'name ' + properties.kind, iconSize: null, html: `<span>${escaped(called(properties))}</span>` }),
});

/** @return the marker a citizen reads positions from, drawn without a picture */
export const pin = L => L.divIcon({ className: 'pin', iconSize: [26, 26], iconAnchor: [13, 30], html: '<i></i>' });
