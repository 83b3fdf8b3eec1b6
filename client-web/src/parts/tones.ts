// Soft sounds, made here, and a light shake where the device can. Only the announcer plays them, with its words
// (tests/tones.test.ts). Plain http allows it; browsers let it sound once the page was touched.
//
// Units    hertz, one note after the other, each of `note_s` seconds.
const notes = {
  step: [523, 659],
  time: [440],
  message: [659, 523],
} as const;
export type Tone = keyof typeof notes;

const note_s = 0.25;
const loudest = 0.12;
const shake_ms = 120;
let sound: AudioContext | undefined;

export function play(tone: Tone): void {
  navigator.vibrate?.(shake_ms);
  if (typeof AudioContext === 'undefined') {
    return;
  }
  const room = (sound ??= new AudioContext());
  if (room.state === 'suspended') {
    void room.resume();
  }
  const begin = room.currentTime;
  const loudness = room.createGain();
  loudness.connect(room.destination);
  notes[tone].forEach((hertz, index) => {
    const voice = room.createOscillator();
    voice.frequency.value = hertz;
    voice.connect(loudness);
    voice.start(begin + index * note_s);
    voice.stop(begin + (index + 1) * note_s);
  });
  const end = begin + notes[tone].length * note_s;
  loudness.gain.setValueAtTime(0, begin);
  loudness.gain.linearRampToValueAtTime(loudest, begin + 0.05);
  loudness.gain.linearRampToValueAtTime(0, end);
}
