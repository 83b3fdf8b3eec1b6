// Spelling blocks nothing and marks nobody: no field asks for a form of words, forces the underlining of mistakes, or
// keeps people from pasting.
export default {
  name: "spelling",
  ids: ["X2", "D5"],
  seatsOnly: true,
  check: (page) =>
    page.evaluate(() => {
      const { all, called } = window.probing;
      const found = [];
      for (const field of all("textarea, input:not([type='radio']):not([type='checkbox']):not([type='file']):not([type='hidden'])")) {
        if (field.matches("[spellcheck='true'], [spellcheck='']")) {
          found.push(`${called(field)} forces the marking of mistakes`);
        }
        if (field.matches("[pattern], [minlength], [inputmode='none'], [type='email'], [type='url']")) {
          found.push(`${called(field)} refuses some ways of writing`);
        }
        for (const kind of ["paste", "drop", "copy"]) {
          const event = new ClipboardEvent(kind, { bubbles: true, cancelable: true, clipboardData: new DataTransfer() });
          if (!field.dispatchEvent(event)) {
            found.push(`${called(field)} keeps people from doing « ${kind} »`);
          }
        }
      }
      return found;
    }),
};
