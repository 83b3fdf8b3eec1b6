// Somewhere to write.
export const is_text = (place: unknown): place is HTMLInputElement | HTMLTextAreaElement =>
  place instanceof HTMLTextAreaElement || (place instanceof HTMLInputElement && place.type === 'text');
