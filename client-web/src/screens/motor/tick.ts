// A short sound at each move of scanning. Plain http allows it; browsers let it sound once a key or a touch has come.
let sound: AudioContext | undefined;

export function tick(): void {
  sound ??= new AudioContext();
  if (sound.state === 'suspended') {
    void sound.resume();
  }
  const tone = sound.createOscillator();
  const loudness = sound.createGain();
  tone.frequency.value = 880;
  loudness.gain.value = 0.1;
  tone.connect(loudness).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 0.03);
}
