// The size of words on this device, until the tablet is handed back.
export type TextSize = 'normal' | 'large' | 'larger';
export const text_sizes: readonly TextSize[] = ['normal', 'large', 'larger'];

const stored_under = 'tablee.text_size';
let size_ = $state<TextSize>('normal');

export const text_size = (): TextSize => size_;

export function set_text_size(size: TextSize): void {
  size_ = size;
  document.documentElement.dataset['textSize'] = size;
  try {
    localStorage.setItem(stored_under, size);
  } catch {
    return;
  }
}

export function restore_text_size(): void {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(stored_under);
  } catch {
    return;
  }
  set_text_size(text_sizes.find((each) => each === kept) ?? 'normal');
}
