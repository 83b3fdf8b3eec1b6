// axe-core, with the tags this project adopts.
import { axeViolations } from "../../browser.mjs";

export default {
  name: "axe",
  ids: ["S1", "S4", "V5", "D3"],
  check: (page) => axeViolations(page),
};
