// Choosing a place on the map: by tapping, by dragging the marker, or by moving the map under the cross and pressing a button.
import { called, openMap, pin } from './map.js';

const NEAR = 500; // metres

/** How far and in which direction (0 north, 1 north-east …) the nearest town is from which the place is seen. */
function nearest(map, towns, place) {
  return towns
    .map(({ properties, geometry: { coordinates: [lon, lat] } }) => {
      const east = (place.lng - lon) * Math.cos(lat * Math.PI / 180);
      return {
        name: called(properties),
        metres: map.distance(place, [lat, lon]),
        direction: Math.round(Math.atan2(east, place.lat - lat) / (Math.PI / 4) + 8) % 8,
      };
    })
    .reduce((one, other) => (other.metres < one.metres ? other : one));
}

/**
 * @param chosen told what the citizen chose: latitude, longitude, and the place in words
 * @param refused told that the place is not in the city
 * @return how a position that came from elsewhere is shown, null for none
 */
export async function openPlaceMap({ box, bounds, chosen, refused }) {
  const words = box.dataset;
  const { L, map, towns } = await openMap(box);
  const [south, west, north, east] = bounds;
  const cross = Object.assign(document.createElement('span'), { className: 'cross' });
  cross.setAttribute('aria-hidden', 'true');
  box.append(cross);
  let marker;

  const inWords = place => {
    const town = nearest(map, towns, place);
    const number = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
    return (town.metres < NEAR ? words.at : words.from)
      .replace('{0}', number.format(town.metres / 1000))
      .replace('{1}', words.directions.split(', ')[town.direction])
      .replace('{2}', town.name);
  };

  const show = place => {
    if (!place) {
      marker?.remove();
      return;
    }
    if (!marker) {
      marker = L.marker(place, { icon: pin(L), draggable: true, keyboard: false, autoPan: true });
      marker.on('dragend', () => choose(marker.getLatLng()));
    }
    marker.setLatLng(place).addTo(map);
  };

  const choose = place => {
    if (place.lat < south || place.lat > north || place.lng < west || place.lng > east) {
      show(null);
      refused();
      return;
    }
    show(place);
    chosen(place.lat.toFixed(6), place.lng.toFixed(6), inWords(place));
  };

  map.on('click', ({ latlng }) => choose(latlng));
  document.getElementById('map-centre').addEventListener('click', () => choose(map.getCenter()));

  return (lat, lon) => {
    if (lat === '') {
      show(null);
      return;
    }
    const place = L.latLng(lat, lon);
    show(place);
    map.setView(place, Math.max(map.getZoom(), 14), { animate: false });
  };
}
