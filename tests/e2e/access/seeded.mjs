// A page without a fault, and the faults of section 5.2 put into it one at a time, with the probe that must see each.
const style = `
  html { font-size: 125%; }
  body { margin: 0; font-family: sans-serif; line-height: 1.5; color: #111; background: #fff; }
  main, header { max-width: 30rem; padding: 1rem; }
  button, input, a.link { font: inherit; min-height: 48px; min-width: 48px; color: #111; background: #fff; border: 2px solid #333; }
  button { margin: 0.5rem 0.5rem 0.5rem 0; }
  a.link { display: inline-block; }
  *:focus { outline: 4px solid #b8007a; outline-offset: 2px; }
  [aria-pressed="true"] { border-width: 6px; }
  .skip { position: absolute; left: -1000rem; } .skip:focus { left: 0; }
`;

const parts = {
  before: "",
  regions: `<div aria-live="polite" id="p"></div><div aria-live="assertive" id="a"></div>`,
  header: `<header><a class="skip" href="#task">Aller à l’étape</a><button>Langue</button> <button>Aide</button></header>`,
  heading: `<h1>Priorités</h1><h2>Votre choix</h2>`,
  text: `<p>Choisissez une idée. Vous pouvez changer jusqu’à la fin.</p>`,
  field: `<p><label for="idea">Mon idée</label><br /><input id="idea" /></p>`,
  buttons: `<p><button aria-pressed="true">Voter pour le bus</button> <button aria-pressed="false">Voter pour le stade</button></p>`,
  after: "",
  title: "Priorités · Table 3 · Tablée",
};

export function seededPage(change = {}) {
  const at = { ...parts, ...change };
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${at.title}</title><style>${style}${at.style ?? ""}</style></head>
    <body>${at.regions}${at.header}<main id="task" tabindex="-1">${at.before}${at.heading}${at.text}${at.field}${at.buttons}${at.after}</main>
    ${at.script ? `<script>${at.script}</script>` : ""}</body></html>`;
}

const filler = "Un texte assez long pour dépasser la place qu’on lui a donnée dans cette page. ";

const bar = (words) => `<div class="meter"><p>${words}</p><div class="meter-bar" aria-hidden="true"></div></div>`;
const bars = bar("Pour : 9 voix") + bar("Contre : 4 voix");
const numbers = `<details><summary>Voir dans un tableau</summary><table><caption>Le car</caption><thead><tr><th scope="col">Réponse</th>
  <th scope="col">Votes</th></tr></thead><tbody><tr><th scope="row">Pour</th><td>9</td></tr><tr><th scope="row">Contre</th><td>4</td></tr></tbody></table></details>`;
const chart = ({ table = numbers }) => `<div class="stack"><p>Le car est adopté.</p>${bars}${table}</div>`;

// probe, what its line says, what is changed.
export const seeded = [
  ["axe", /color-contrast/, { text: `<p style="color:#999">Un texte pâle.</p>` }],
  ["axe", /image-alt/, { text: `<p><img src="data:," width="50" height="50"></p>` }],
  ["axe", /target-size/, { after: `<p><button style="min-width:0;min-height:0;width:16px;height:16px;padding:0;margin:0">a</button><button style="min-width:0;min-height:0;width:16px;height:16px;padding:0;margin:0">b</button></p>` }],
  ["targets", /16 × 16 px/, { after: `<p><button style="min-width:0;min-height:0;width:16px;height:16px;padding:0">a</button></p>` }],
  ["targets", /2 px apart/, { style: "button { margin: 0 2px 0 0; float: left; }" }],
  ["blanks", /« \{minutes\} »/, { text: `<p>Chaque personne a {minutes} min.</p>` }],
  ["blanks", /« speech.turns_what »/, { text: `<p>speech.turns_what</p>` }],
  ["labels", /placeholder « Mon idée »/, { field: `<p><input placeholder="Mon idée" /></p>` }],
  ["pointer only", /can only be dragged/, { after: `<ul><li draggable="true">Le bus</li><li draggable="true">Le stade</li></ul>` }],
  ["pointer only", /looks like a control/, { after: `<div style="cursor:pointer" onclick="void 0">Voter</div>` }],
  ["pointer only", /double tap/, { after: `<div ondblclick="void 0">Agrandir</div>` }],
  ["reflow", /9\d\d px wide/, { after: `<div style="width:900px">Large</div>` }],
  ["motion", /never stops/, { style: "@keyframes turn { to { opacity: 0.9; } } h1 { animation: turn 1s infinite; }" }],
  ["focus ring", /ring of 0 px/, { style: "*:focus { outline: none; }" }],
  ["focus ring", /hard to see/, { style: "*:focus { outline-color: #eee; }" }],
  ["focus ring", /hidden while/, { after: `<div style="position:fixed;inset:0 0 0 0;background:#fff">Bandeau</div>` }],
  ["tab order", /seen before it/, { after: `<div style="display:flex;flex-direction:row-reverse"><button>Un</button><button>Deux</button></div>` }],
  ["tab order", /place of its own/, { after: `<button tabindex="3">Trois</button>` }],
  ["spacing", /is cut/, { text: `<p style="height:1.5em;width:17em;overflow:hidden">Choisissez bien une seule idée ici.</p>` }],
  ["large text", /is cut/, { text: `<div style="height:90px;overflow:hidden">${filler}</div>` }],
  ["large text", /px wide on a screen/, { after: `<div style="width:35rem">Large</div>` }],
  ["forced colours", /colour only/, { after: `<p><button style="background:#cde">Un</button><button>Deux</button><button>Trois</button></p>` }],
  ["forced colours", /not seen to be chosen/, { style: `[aria-pressed="true"] { border-width: 2px; background: #cde; }` }],
  ["forced colours", /neither border nor underline/, { style: "button { border: none; background: #cde; }" }],
  ["names", /twice on the screen: button « Voter »/, { buttons: `<p><button>Voter</button> <button>Voter</button></p>` }],
  ["names", /no word in its name/, { after: `<button>👍</button>` }],
  ["names", /does not begin/, { after: `<button aria-label="Envoyer le texte">Partir</button>` }],
  ["live regions", /live regions of the page/, { regions: `<div aria-live="polite"></div>` }],
  ["live regions", /live regions of the page/, { after: `<p role="status"></p>` }],
  ["live regions", /arrives with its words/, { regions: `<div aria-live="polite">Bonjour</div><div aria-live="assertive"></div>` }],
  ["structure", /2 headings of the first level/, { heading: "<h1>Un</h1><h1>Deux</h1>" }],
  ["structure", /level 4 after one of level 1/, { heading: "<h1>Priorités</h1><h4>Suite</h4>" }],
  ["structure", /no link past them/, { header: "<header><button>Langue</button><button>Aide</button></header>" }],
  ["structure", /names nothing/, { title: "Tablée" }],
  ["structure", /does not name « Priorités »/, { title: "Autre chose · Table 3 · Tablée" }],
  ["text style", /14 px/, { text: `<p style="font-size:14px">Petit.</p>` }],
  ["text style", /slanted/, { text: `<p><em>Penché.</em></p>` }],
  ["text style", /justified/, { text: `<p style="text-align:justify">Étiré.</p>` }],
  ["text style", /in capitals/, { text: `<p style="text-transform:uppercase">Crié.</p>` }],
  ["text style", /words broken/, { text: `<p style="hyphens:auto">Coupé.</p>` }],
  ["text style", /lines of \d\d signs/, { style: "main { max-width: 60rem; padding: 0; }", text: `<p>${filler.repeat(3)}</p>` }],
  ["text style", /in lines 1\.20 high/, { text: `<p style="line-height:1.2">${filler.repeat(3)}</p>` }],
  ["charts", /no table/, { after: chart({ table: "" }) }],
  ["charts", /no sentence/, { after: `<div class="stack">${bars}${numbers}</div>` }],
  ["charts", /no caption/, { after: chart({ table: numbers.replace(/<caption>.*<\/caption>/, "") }) }],
  ["charts", /say less/, { after: chart({ table: numbers.replace(/<tr><th scope="row">Contre.*?<\/tr>/, "") }) }],
  ["charts", /is not in the table/, { after: chart({ table: numbers.replace("<td>4</td>", "<td>5</td>") }) }],
  ["charts", /not open at one tap/, { after: chart({ table: numbers.replace(/<summary>.*?<\/summary>/, "<summary>Suite</summary>") }) }],
  ["spelling", /marking of mistakes/, { field: `<p><label for="idea">Mon idée</label><br /><input id="idea" spellcheck="true" /></p>` }],
  ["spelling", /refuses some ways/, { field: `<p><label for="idea">Mon idée</label><br /><input id="idea" pattern="[a-z]+" /></p>` }],
  ["spelling", /« paste »/, { field: `<p><label for="idea">Mon idée</label><br /><input id="idea" onpaste="return false" /></p>` }],
  ["contrast", /less than 10:1/, { text: `<p style="color:#595959">Un peu pâle.</p>` }],
];
