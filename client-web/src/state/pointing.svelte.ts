// The part of this page that whoever helps the person points at; '' when there is none.
let pointed_ = $state('');

export const pointed = (): string => pointed_;

export function point_here(place: string): void {
  pointed_ = place;
}
