// Read a calendar as programs built on ical.js do (Thunderbird, Nextcloud), strictly:
//   node read_calendar.mjs FOLDER_OF_NODE_MODULES < calendar.ics
// and print its entries as JSON, times in UTC, days as they stand.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const { default: ICAL } = await import(pathToFileURL(`${folder}/ical.js/dist/ical.js`).href);
ICAL.design.strict = true;

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf-8")));
const entries = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component, { strictExceptions: true });
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    sequence: event.sequence,
    status: component.getFirstPropertyValue("status"),
    starts: event.startDate.toString(),
    ends: event.endDate.toString(),
  };
});
process.stdout.write(JSON.stringify({
  name: calendar.getFirstPropertyValue("x-wr-calname"),
  entries,
}));
