// Answers on a map: places are told to about a hundred metres, so that several may lie on the same point.
import { openMap, pin } from './map.js';

const element = (name, text, attributes) => Object.assign(document.createElement(name), { textContent: text, ...attributes });

/** What stands at a point; texts stay texts. */
function popup(answers, words) {
  const box = document.createElement('div');
  answers.forEach(({ properties }) => {
    const title = [properties.field, properties.area].filter(Boolean).join(' · ');
    const place = new URL(properties.url);
    box.append(
      element('p', '').appendChild(element('strong', title, { lang: 'vi' })).parentNode,
      element('p', properties.content, { lang: 'vi' }),
      element('p', '').appendChild(element('a', words.more, { href: place.pathname })).parentNode);
  });
  return box;
}

/** @return how many are shown, in words */
export async function openAnswersMap(box, words) {
  const answer = await fetch(words.points);
  if (!answer.ok) {
    throw new Error(words.points);
  }
  const { features, next } = await answer.json();
  if (features.length === 0) {
    return words.none;
  }
  const { L, map } = await openMap(box);
  const points = new Map();
  features.forEach(feature => {
    const at = feature.geometry.coordinates.join(' ');
    points.set(at, [...(points.get(at) || []), feature]);
  });
  const markers = [...points.values()].map(answers => {
    const [lon, lat] = answers[0].geometry.coordinates;
    const title = words.here.replace('{0}', String(answers.length)).replace('{1}', answers[0].properties.field || '');
    return L.marker([lat, lon], { icon: pin(L), title }).bindPopup(() => popup(answers, words), {
      maxHeight: 200,
      maxWidth: Math.min(300, box.clientWidth - 100),
      autoPanPaddingTopLeft: [64, 10], // clear of the buttons
    });
  });
  map.on('popupopen', ({ popup: opened }) => {
    opened.getElement().querySelector('.leaflet-popup-close-button').setAttribute('aria-label', words.close);
    opened.getElement().querySelector('p a').focus({ preventScroll: true });
  });
  const group = L.featureGroup(markers).addTo(map);
  map.fitBounds(group.getBounds(), { padding: [30, 30], maxZoom: 13, animate: false });
  return (next ? words.newest : words.shown).replace('{0}', String(features.length));
}
