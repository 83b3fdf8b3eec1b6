// What somebody is busy with stays where it is on the glass while something appears above it.

// Call before the page changes, then what it returns after. Nothing is held when nobody is on anything.
export function steady(): () => void {
  const held = document.activeElement;
  if (held === null || held === document.body) {
    return () => {};
  }
  const top = held.getBoundingClientRect().top;
  return () => {
    if (held.isConnected) {
      window.scrollBy(0, held.getBoundingClientRect().top - top);
    }
  };
}
